import { useWatch } from 'react-hook-form';
import { linkInputLimits } from '../../../../openapi/generated/console-limits.ts';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { useWords } from '../../../words/words.tsx';
import { FormGroup } from './form-group.tsx';
import type { LinkForm } from './link-form.ts';
import { MethodChoice } from './method-choice.tsx';
import styles from './methods-group.module.css';
import { RoomLeft } from './room-left.tsx';
import { useFields, useForming } from './use-link-form.ts';

/** How it can be paid; of Fazz only that it decides itself. */
export function MethodsGroup() {
  const { create } = useWords();
  const { register } = useForming();
  const field = useFields();
  const provider = useWatch<LinkForm, 'provider'>({ name: 'provider' });
  return (
    <FormGroup title={create.methods}>
      {provider === 'rem' ? <MethodChoice /> : <p className={styles.note}>{create.fazzDecides}</p>}
      <TextField
        {...register('displayName')}
        {...field('displayName')}
        label={create.displayName}
        aside={<RoomLeft field="displayName" most={linkInputLimits[provider].displayName.maxLength} isOptional />}
        hint={create.displayNameHints[provider]}
        autoComplete="off"
      />
    </FormGroup>
  );
}
