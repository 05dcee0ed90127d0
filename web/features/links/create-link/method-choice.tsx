import { useWatch } from 'react-hook-form';
import { type RemMethod, remMethods } from '../../../../openapi/rules/channels.ts';
import { methodRange } from '../../../../openapi/rules/method-range.ts';
import { fieldId, useFields, useForming } from '../../../create/use-create-form.ts';
import { CheckBox } from '../../../ui/fields/check-box.tsx';
import { useWords } from '../../../words/words.tsx';
import { BankChoice } from './bank-choice.tsx';
import { afterToggle } from './choose-methods.ts';
import { describeRange, whyNotMethod } from './describe-offer.ts';
import type { LinkForm } from './link-form.ts';
import styles from './methods-group.module.css';

/** The methods of a REM link by name, each with the amounts it takes, and why one falls out with the amount entered. */
export function MethodChoice() {
  const words = useWords();
  const { createLink, common } = words;
  const { setValue, trigger, formState } = useForming<LinkForm>();
  const [chosen, amountIdr, amountKind] = useWatch<LinkForm, ['enabledMethods', 'amountIdr', 'amountKind']>({
    name: ['enabledMethods', 'amountIdr', 'amountKind'],
  });
  const { id, error } = useFields<LinkForm>()('enabledMethods');
  const toggle = (method: RemMethod, isOn: boolean) => {
    setValue('enabledMethods', afterToggle(chosen, method, isOn), { shouldDirty: true, shouldValidate: true });
    if (formState.touchedFields.amountIdr || formState.isSubmitted) void trigger('amountIdr');
  };
  return (
    <div className={styles.methods} id={id} tabIndex={-1}>
      {remMethods.map((method) => {
        const isChosen = chosen.includes(method);
        const excluded = isChosen ? whyNotMethod(words, method, { amountIdr, amountKind }) : null;
        const range = describeRange(words, methodRange(method));
        return (
          <div key={method}>
            <CheckBox
              id={`${fieldId('enabledMethods')}-${method}`}
              label={common.methods[method]}
              detail={excluded ?? (method === 'bank_transfer' ? `${range}, ${createLink.transferDetail}` : range)}
              warns={excluded !== null}
              checked={isChosen}
              onChange={({ target }) => toggle(method, target.checked)}
            />
            {method === 'va' && isChosen && <BankChoice />}
          </div>
        );
      })}
      <p className={error ? styles.error : styles.note}>{error ?? createLink.vaNeedsTransfer}</p>
    </div>
  );
}
