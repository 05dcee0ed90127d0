import { useWatch } from 'react-hook-form';
import { formatMinute } from '../../../format/time.ts';
import { wibInputValue } from '../../../ui/fields/wib-input.ts';
import { WibTimeField } from '../../../ui/fields/wib-time-field.tsx';
import { useWords } from '../../../words/words.tsx';
import { FormGroup } from './form-group.tsx';
import { endLimits, endOf, lifetimes } from './lifetime.ts';
import type { LinkForm } from './link-form.ts';
import styles from './until-group.module.css';
import { useFields, useForming } from './use-link-form.ts';
import { useMinute } from './use-minute.ts';

/** Until when it can be paid: a lifetime with one click, or any day and time in WIB. */
export function UntilGroup() {
  const { create, common } = useWords();
  const { register, setValue, getValues, formState, trigger } = useForming();
  const field = useFields();
  const now = useMinute();
  const [provider, lifetime, expiresAt] = useWatch<LinkForm, ['provider', 'lifetime', 'expiresAt']>({
    name: ['provider', 'lifetime', 'expiresAt'],
  });
  const { usualHours, earliestAt, latestAt } = endLimits(provider, now);
  const end = endOf({ lifetime, expiresAt }, now);
  const shown = (at: Date) => formatMinute(at.toISOString(), common.months, now.getTime());

  // Picking a time of one's own begins at the one that was chosen before.
  const onChoose = () => {
    if (lifetime !== 'custom' && getValues('lifetime') === 'custom' && end) setValue('expiresAt', wibInputValue(end));
    if (formState.isSubmitted) queueMicrotask(() => trigger('expiresAt'));
  };
  return (
    <FormGroup title={create.until}>
      <fieldset className={styles.lifetimes}>
        <legend>{create.lifetime}</legend>
        <div className={styles.row}>
          {lifetimes.map((value) => (
            <label key={value} className={styles.lifetime}>
              <input type="radio" {...register('lifetime', { onChange: onChoose })} value={value} />
              {create.lifetimes[value]}
            </label>
          ))}
        </div>
        {lifetime !== 'custom' && (
          <p className={styles.note}>
            {end && create.ends(shown(end))} {create.lifetimeLimits(usualHours, shown(latestAt))}
          </p>
        )}
      </fieldset>
      {lifetime === 'custom' && (
        <WibTimeField
          {...register('expiresAt')}
          {...field('expiresAt')}
          label={create.endsAt}
          hint={create.endLimits(shown(earliestAt), shown(latestAt))}
          earliestAt={earliestAt}
          latestAt={latestAt}
          required
        />
      )}
    </FormGroup>
  );
}
