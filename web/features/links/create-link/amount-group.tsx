import { Controller, useWatch } from 'react-hook-form';
import { linkInputLimits } from '../../../../openapi/generated/console-limits.ts';
import { formatAmountIdr } from '../../../format/money.ts';
import { AmountField } from '../../../ui/fields/amount-field.tsx';
import { ChoiceField } from '../../../ui/fields/choice-field.tsx';
import { useWords } from '../../../words/words.tsx';
import { FormGroup } from './form-group.tsx';
import type { LinkForm } from './link-form.ts';
import { useFields, useForming } from './use-link-form.ts';

/** How much, whether exactly so much, and who pays the fee. */
export function AmountGroup() {
  const { create } = useWords();
  const { register, control, trigger, formState } = useForming();
  const field = useFields();
  const provider = useWatch<LinkForm, 'provider'>({ name: 'provider' });
  const { minimum, maximum } = linkInputLimits[provider].amountIdr;
  const checkAmount = () => {
    if (formState.touchedFields.amountIdr || formState.isSubmitted) queueMicrotask(() => trigger('amountIdr'));
  };
  return (
    <FormGroup title={create.howMuch}>
      <Controller
        name="amountIdr"
        control={control}
        render={({ field: amount }) => (
          <AmountField
            {...amount}
            {...field('amountIdr')}
            label={create.amount}
            hint={create.range(formatAmountIdr(minimum), formatAmountIdr(maximum))}
            required
          />
        )}
      />
      {provider === 'rem' && (
        <>
          <ChoiceField
            label={create.amountKind}
            choices={[
              { value: 'fixed', label: create.amountKinds.fixed },
              { value: 'open', label: create.amountKinds.open, detail: create.openDetail(formatAmountIdr(minimum)) },
            ]}
            input={register('amountKind', { onChange: checkAmount })}
          />
          <ChoiceField
            label={create.feePayer}
            choices={[
              { value: 'us', label: create.feePayers.us, detail: create.feeDetails.us },
              { value: 'customer', label: create.feePayers.customer, detail: create.feeDetails.customer },
            ]}
            input={register('feePayer')}
          />
        </>
      )}
    </FormGroup>
  );
}
