import { Controller } from 'react-hook-form';
import { AmountField } from '../ui/fields/amount-field.tsx';
import { useWords } from '../words/words.tsx';
import { useFields, useForming } from './use-create-form.ts';

/** The amount of the form, in whole rupiah; the hint tells its limits. */
export function AmountEntry({ hint }: { hint: string }) {
  const { create } = useWords();
  const { control } = useForming<{ amountIdr: number | null }>();
  const field = useFields<{ amountIdr: number | null }>();
  return (
    <Controller
      name="amountIdr"
      control={control}
      render={({ field: amount }) => (
        <AmountField {...amount} {...field('amountIdr')} label={create.amount} hint={hint} required />
      )}
    />
  );
}
