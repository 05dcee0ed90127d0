import { useWatch } from 'react-hook-form';
import type { ExpiryRange } from '../../openapi/rules/expiry-rules.ts';
import { formatMinute } from '../format/time.ts';
import { TextField } from '../ui/fields/text-field.tsx';
import { useWords } from '../words/words.tsx';
import { FormGroup } from './form-group.tsx';
import { endOfMinutes, type MinutesForm, minuteChoices, minuteLimits, minutesOf } from './minutes.ts';
import { Pills } from './pills.tsx';
import { useFields, useForming } from './use-create-form.ts';
import { useMinute } from './use-minute.ts';

interface MinutesGroupProps {
  /** Names the choice: "The QR code works for". */
  label: string;
  rangeAt: (now: Date) => ExpiryRange;
}

/** Until when it can be paid, for what lives an hour at most: some minutes, told as a time in WIB too. */
export function MinutesGroup({ label, rangeAt }: MinutesGroupProps) {
  const { create, common } = useWords();
  const { register, setValue, getValues, formState, trigger } = useForming<MinutesForm>();
  const field = useFields<MinutesForm>();
  const now = useMinute();
  const [minuteChoice, minutes] = useWatch<MinutesForm, ['minuteChoice', 'minutes']>({
    name: ['minuteChoice', 'minutes'],
  });
  const range = rangeAt(now);
  const { least, most } = minuteLimits(range, now);
  const chosen = minutesOf({ minuteChoice, minutes });
  const isPossible = chosen !== null && chosen >= least && chosen <= most;
  const end = isPossible ? endOfMinutes({ minuteChoice, minutes }, range, now) : null;
  const ends = end && create.endsInMinutes(formatMinute(end.toISOString(), common.months, now.getTime()), chosen ?? 0);

  // Minutes of one's own begin at those that were chosen before.
  const onChoose = () => {
    if (minuteChoice !== 'custom' && getValues('minuteChoice') === 'custom') setValue('minutes', minuteChoice);
    if (formState.isSubmitted) queueMicrotask(() => trigger('minutes'));
  };
  return (
    <FormGroup title={create.until}>
      <Pills
        label={label}
        choices={minuteChoices.map((value) => ({ value, label: create.minuteChoices[value] }))}
        input={register('minuteChoice', { onChange: onChoose })}
        note={minuteChoice !== 'custom' && ends}
      />
      {minuteChoice === 'custom' && (
        <TextField
          {...register('minutes')}
          {...field('minutes')}
          label={create.minutes}
          hint={ends ?? create.minuteLimits(least, most)}
          inputMode="numeric"
          autoComplete="off"
          required
        />
      )}
    </FormGroup>
  );
}
