import { useWatch } from 'react-hook-form';
import { linkInputLimits } from '../../../../openapi/generated/console-limits.ts';
import { fieldId, useFields, useForming } from '../../../create/use-create-form.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { CloseIcon, PlusIcon } from '../../../ui/icons.tsx';
import { useWords } from '../../../words/words.tsx';
import styles from './emails-field.module.css';
import type { LinkForm, Provider } from './link-form.ts';

/** The addresses that the provider sends the link to: one for Fazz, up to three for REM. */
export function EmailsField({ provider }: { provider: Provider }) {
  const { create, createLink } = useWords();
  const { register, setValue, setFocus } = useForming<LinkForm>();
  const field = useFields<LinkForm>();
  const emails = useWatch<LinkForm, 'emails'>({ name: 'emails' });
  const limits = linkInputLimits[provider].emails;
  const shown = emails.slice(0, limits.maxItems);

  const add = () => {
    setValue('emails', [...emails, ''], { shouldDirty: true });
    setTimeout(() => setFocus(`emails.${emails.length}`));
  };
  const remove = (place: number) => {
    const rest = emails.filter((_, index) => index !== place);
    setValue('emails', rest, { shouldDirty: true, shouldValidate: true });
    document.getElementById(fieldId(`emails.${Math.max(0, place - 1)}`))?.focus();
  };
  return (
    <div className={styles.emails}>
      {shown.map((_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the places are the fields themselves, the second address is the second line
        <div key={place} className={styles.line}>
          <TextField
            {...register(`emails.${place}`)}
            {...field(`emails.${place}`)}
            label={createLink.email(place + 1)}
            aside={place === 0 && !limits.required ? create.optional : null}
            hint={place === shown.length - 1 ? createLink.emailHints[provider] : null}
            type="email"
            inputMode="email"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            required={place === 0 && limits.required}
          />
          {place > 0 && (
            <IconButton
              className={styles.remove}
              label={createLink.removeEmail(place + 1)}
              icon={<CloseIcon size={14} />}
              onClick={() => remove(place)}
            />
          )}
        </div>
      ))}
      {shown.length < limits.maxItems && (
        <Button variant="plain" size="small" className={styles.add} icon={<PlusIcon size={14} />} onClick={add}>
          {createLink.addEmail}
        </Button>
      )}
    </div>
  );
}
