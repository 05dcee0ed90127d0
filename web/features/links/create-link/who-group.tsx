import { useWatch } from 'react-hook-form';
import { linkInputLimits } from '../../../../openapi/generated/console-limits.ts';
import styles from '../../../create/form-group.module.css';
import { FormGroup } from '../../../create/form-group.tsx';
import { FormText } from '../../../create/form-text.tsx';
import { useWords } from '../../../words/words.tsx';
import { EmailsField } from './emails-field.tsx';
import type { LinkForm } from './link-form.ts';

/** Whom the link is made for, and how to reach them. */
export function WhoGroup() {
  const { createLink } = useWords();
  const provider = useWatch<LinkForm, 'provider'>({ name: 'provider' });
  const limits = linkInputLimits[provider];
  return (
    <FormGroup title={createLink.who}>
      <FormText<LinkForm>
        name="customerName"
        most={limits.customerName.maxLength}
        label={createLink.customerName}
        hint={createLink.customerNameHints[provider]}
        required
      />
      <div className={styles.pair}>
        <EmailsField provider={provider} />
        <FormText<LinkForm>
          name="phone"
          label={createLink.phone}
          hint={createLink.phoneHint}
          type="tel"
          inputMode="tel"
          required={limits.phone.required}
        />
      </div>
    </FormGroup>
  );
}
