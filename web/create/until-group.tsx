import { useWatch } from 'react-hook-form';
import type { ExpiryRange } from '../../openapi/rules/expiry-rules.ts';
import { formatMinute } from '../format/time.ts';
import { wibInputValue } from '../ui/fields/wib-input.ts';
import { WibTimeField } from '../ui/fields/wib-time-field.tsx';
import { useWords } from '../words/words.tsx';
import { FormGroup } from './form-group.tsx';
import { endOf, type LifetimeForm, lifetimes, usualHours } from './lifetime.ts';
import { Pills } from './pills.tsx';
import { useFields, useForming } from './use-create-form.ts';
import { useMinute } from './use-minute.ts';

interface UntilGroupProps {
  /** Names the choice: "The link works for". */
  label: string;
  rangeAt: (now: Date) => ExpiryRange;
}

/** Until when it can be paid: a lifetime with one click, or any day and time in WIB. */
export function UntilGroup({ label, rangeAt }: UntilGroupProps) {
  const { create, common } = useWords();
  const { register, setValue, getValues, formState, trigger } = useForming<LifetimeForm>();
  const field = useFields<LifetimeForm>();
  const now = useMinute();
  const [lifetime, expiresAt] = useWatch<LifetimeForm, ['lifetime', 'expiresAt']>({ name: ['lifetime', 'expiresAt'] });
  const range = rangeAt(now);
  const end = endOf({ lifetime, expiresAt }, now);
  const shown = (at: Date) => formatMinute(at.toISOString(), common.months, now.getTime());

  // Picking a time of one's own begins at the one that was chosen before.
  const onChoose = () => {
    if (lifetime !== 'custom' && getValues('lifetime') === 'custom' && end) setValue('expiresAt', wibInputValue(end));
    if (formState.isSubmitted) queueMicrotask(() => trigger('expiresAt'));
  };
  return (
    <FormGroup title={create.until}>
      <Pills
        label={label}
        choices={lifetimes.map((value) => ({ value, label: create.lifetimes[value] }))}
        input={register('lifetime', { onChange: onChoose })}
        note={
          lifetime !== 'custom' && (
            <>
              {end && create.ends(shown(end))} {create.lifetimeLimits(usualHours(range, now), shown(range.latestAt))}
            </>
          )
        }
      />
      {lifetime === 'custom' && (
        <WibTimeField
          {...register('expiresAt')}
          {...field('expiresAt')}
          label={create.endsAt}
          hint={create.endLimits(shown(range.earliestAt), shown(range.latestAt))}
          earliestAt={range.earliestAt}
          latestAt={range.latestAt}
          required
        />
      )}
    </FormGroup>
  );
}
