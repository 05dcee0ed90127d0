import { useWatch } from 'react-hook-form';
import { linkInputLimits } from '../../../../openapi/generated/console-limits.ts';
import styles from '../../../create/form-group.module.css';
import { FormGroup } from '../../../create/form-group.tsx';
import { FormText, RoomLeft } from '../../../create/form-text.tsx';
import { ReferenceEntry } from '../../../create/reference-entry.tsx';
import { useFields, useForming } from '../../../create/use-create-form.ts';
import { TextAreaField } from '../../../ui/fields/text-area-field.tsx';
import { useWords } from '../../../words/words.tsx';
import type { LinkForm } from './link-form.ts';

/** What the payment is for, and by which reference it is found again. */
export function WhatGroup() {
  const { create, createLink } = useWords();
  const { register } = useForming<LinkForm>();
  const field = useFields<LinkForm>();
  const provider = useWatch<LinkForm, 'provider'>({ name: 'provider' });
  const limits = linkInputLimits[provider];
  return (
    <FormGroup title={create.what}>
      <FormText<LinkForm>
        name="description"
        most={limits.description.maxLength}
        label={create.description}
        hint={createLink.descriptionHints[provider]}
      />
      <div className={provider === 'rem' ? styles.pair : undefined}>
        {provider === 'rem' && (
          <TextAreaField
            {...register('notes')}
            {...field('notes')}
            label={createLink.notes}
            aside={<RoomLeft field="notes" most={linkInputLimits.rem.notes.maxLength} isOptional />}
            hint={createLink.notesHint}
          />
        )}
        <ReferenceEntry hint={createLink.referenceHints[provider]} />
      </div>
    </FormGroup>
  );
}
