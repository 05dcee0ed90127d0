import { useWatch } from 'react-hook-form';
import { channelName, fazzBanks, oneTimeMethods, outlets, wallets } from '../../../../openapi/rules/channels.ts';
import { FormGroup } from '../../../create/form-group.tsx';
import { Pills } from '../../../create/pills.tsx';
import { useForming } from '../../../create/use-create-form.ts';
import { ChoiceField } from '../../../ui/fields/choice-field.tsx';
import { useWords } from '../../../words/words.tsx';
import { MethodDetails } from './method-details.tsx';
import type { OneTimeForm } from './one-time-form.ts';

const channels = {
  va: { field: 'bank', values: fazzBanks },
  retail_outlet: { field: 'outlet', values: outlets },
  ewallet: { field: 'wallet', values: wallets },
  qris: null,
} as const;

/** How it is paid, and at which bank, outlet or wallet; what was entered for another method is kept. */
export function MethodGroup() {
  const { createOneTime } = useWords();
  const { register, clearErrors, trigger, formState } = useForming<OneTimeForm>();
  const method = useWatch<OneTimeForm, 'method'>({ name: 'method' });
  const channel = channels[method];

  // Each method asks for fields of its own, and limits the amount in its own way.
  const checkAll = () => {
    clearErrors();
    if (formState.isSubmitted) void trigger();
    else if (formState.touchedFields.amountIdr) void trigger('amountIdr');
  };
  const onChoose = () => queueMicrotask(checkAll);
  return (
    <FormGroup title={createOneTime.how}>
      <ChoiceField
        label={createOneTime.method}
        choices={oneTimeMethods.map((value) => ({
          value,
          label: createOneTime.methods[value],
          detail: createOneTime.methodDetails[value],
        }))}
        input={register('method', { onChange: onChoose })}
      />
      {channel && (
        <Pills
          key={channel.field}
          label={createOneTime[channel.field]}
          choices={channel.values.map((value) => ({ value, label: channelName(value) }))}
          input={register(channel.field, { onChange: onChoose })}
        />
      )}
      <MethodDetails method={method} />
    </FormGroup>
  );
}
