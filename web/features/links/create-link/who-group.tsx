import { useWatch } from 'react-hook-form';
import { linkInputLimits } from '../../../../openapi/generated/console-limits.ts';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { useWords } from '../../../words/words.tsx';
import { EmailsField } from './emails-field.tsx';
import styles from './form-group.module.css';
import { FormGroup } from './form-group.tsx';
import type { LinkForm } from './link-form.ts';
import { RoomLeft } from './room-left.tsx';
import { useFields, useForming } from './use-link-form.ts';

/** Whom the link is made for, and how to reach them. */
export function WhoGroup() {
  const { create } = useWords();
  const { register } = useForming();
  const field = useFields();
  const provider = useWatch<LinkForm, 'provider'>({ name: 'provider' });
  const limits = linkInputLimits[provider];
  return (
    <FormGroup title={create.who}>
      <TextField
        {...register('customerName')}
        {...field('customerName')}
        label={create.customerName}
        aside={<RoomLeft field="customerName" most={limits.customerName.maxLength} />}
        hint={create.customerNameHints[provider]}
        autoComplete="off"
        required
      />
      <div className={styles.pair}>
        <EmailsField provider={provider} />
        <TextField
          {...register('phone')}
          {...field('phone')}
          label={create.phone}
          aside={limits.phone.required ? null : create.optional}
          hint={create.phoneHint}
          type="tel"
          inputMode="tel"
          autoComplete="off"
          required={limits.phone.required}
        />
      </div>
    </FormGroup>
  );
}
