import { useWatch } from 'react-hook-form';
import { linkInputLimits } from '../../../../openapi/generated/console-limits.ts';
import { FormGroup } from '../../../create/form-group.tsx';
import { FormText } from '../../../create/form-text.tsx';
import { useWords } from '../../../words/words.tsx';
import type { LinkForm } from './link-form.ts';
import { MethodChoice } from './method-choice.tsx';
import styles from './methods-group.module.css';

/** How it can be paid; of Fazz only that it decides itself. */
export function MethodsGroup() {
  const { createLink } = useWords();
  const provider = useWatch<LinkForm, 'provider'>({ name: 'provider' });
  return (
    <FormGroup title={createLink.methods}>
      {provider === 'rem' ? <MethodChoice /> : <p className={styles.note}>{createLink.fazzDecides}</p>}
      <FormText<LinkForm>
        name="displayName"
        most={linkInputLimits[provider].displayName.maxLength}
        label={createLink.displayName}
        hint={createLink.displayNameHints[provider]}
      />
    </FormGroup>
  );
}
