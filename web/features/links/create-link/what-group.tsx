import { useWatch } from 'react-hook-form';
import { linkInputLimits } from '../../../../openapi/generated/console-limits.ts';
import { TextAreaField } from '../../../ui/fields/text-area-field.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { useWords } from '../../../words/words.tsx';
import styles from './form-group.module.css';
import { FormGroup } from './form-group.tsx';
import type { LinkForm } from './link-form.ts';
import { RoomLeft } from './room-left.tsx';
import { useFields, useForming } from './use-link-form.ts';

/** What the payment is for, and by which reference it is found again. */
export function WhatGroup() {
  const { create } = useWords();
  const { register } = useForming();
  const field = useFields();
  const provider = useWatch<LinkForm, 'provider'>({ name: 'provider' });
  const limits = linkInputLimits[provider];
  return (
    <FormGroup title={create.what}>
      <TextField
        {...register('description')}
        {...field('description')}
        label={create.description}
        aside={<RoomLeft field="description" most={limits.description.maxLength} isOptional />}
        hint={create.descriptionHints[provider]}
        autoComplete="off"
      />
      <div className={provider === 'rem' ? styles.pair : undefined}>
        {provider === 'rem' && (
          <TextAreaField
            {...register('notes')}
            {...field('notes')}
            label={create.notes}
            aside={<RoomLeft field="notes" most={linkInputLimits.rem.notes.maxLength} isOptional />}
            hint={create.notesHint}
          />
        )}
        <TextField
          {...register('reference')}
          {...field('reference')}
          label={create.reference}
          aside={create.optional}
          hint={create.referenceHints[provider]}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          mono
        />
      </div>
    </FormGroup>
  );
}
