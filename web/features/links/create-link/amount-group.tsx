import { useWatch } from 'react-hook-form';
import { linkInputLimits } from '../../../../openapi/generated/console-limits.ts';
import { AmountEntry } from '../../../create/amount-entry.tsx';
import { FormGroup } from '../../../create/form-group.tsx';
import { useForming } from '../../../create/use-create-form.ts';
import { formatAmountIdr } from '../../../format/money.ts';
import { ChoiceField } from '../../../ui/fields/choice-field.tsx';
import { useWords } from '../../../words/words.tsx';
import type { LinkForm } from './link-form.ts';

/** How much, whether exactly so much, and who pays the fee. */
export function AmountGroup() {
  const { create, createLink } = useWords();
  const { register, trigger, formState } = useForming<LinkForm>();
  const provider = useWatch<LinkForm, 'provider'>({ name: 'provider' });
  const { minimum, maximum } = linkInputLimits[provider].amountIdr;
  const checkAmount = () => {
    if (formState.touchedFields.amountIdr || formState.isSubmitted) queueMicrotask(() => trigger('amountIdr'));
  };
  return (
    <FormGroup title={create.howMuch}>
      <AmountEntry hint={create.range(formatAmountIdr(minimum), formatAmountIdr(maximum))} />
      {provider === 'rem' && (
        <>
          <ChoiceField
            label={createLink.amountKind}
            choices={[
              { value: 'fixed', label: createLink.amountKinds.fixed },
              {
                value: 'open',
                label: createLink.amountKinds.open,
                detail: createLink.openDetail(formatAmountIdr(minimum)),
              },
            ]}
            input={register('amountKind', { onChange: checkAmount })}
          />
          <ChoiceField
            label={createLink.feePayer}
            choices={[
              { value: 'us', label: createLink.feePayers.us, detail: createLink.feeDetails.us },
              { value: 'customer', label: createLink.feePayers.customer, detail: createLink.feeDetails.customer },
            ]}
            input={register('feePayer')}
          />
        </>
      )}
    </FormGroup>
  );
}
