import { useWatch } from 'react-hook-form';
import { type RemBank, remBankNames, remBanks } from '../../../../openapi/rules/channels.ts';
import { fieldId, useFields, useForming } from '../../../create/use-create-form.ts';
import { Button } from '../../../ui/button.tsx';
import { CheckBox } from '../../../ui/fields/check-box.tsx';
import { useWords } from '../../../words/words.tsx';
import { whyNotBank, whyNotBanks } from './describe-offer.ts';
import type { LinkForm } from './link-form.ts';
import styles from './methods-group.module.css';

/** The banks whose virtual accounts are offered, by name. */
export function BankChoice() {
  const words = useWords();
  const { createLink } = words;
  const { setValue, trigger, formState } = useForming<LinkForm>();
  const [chosen, amountIdr, amountKind] = useWatch<LinkForm, ['enabledBanks', 'amountIdr', 'amountKind']>({
    name: ['enabledBanks', 'amountIdr', 'amountKind'],
  });
  const { id, error } = useFields<LinkForm>()('enabledBanks');
  const choose = (banks: RemBank[]) => {
    setValue('enabledBanks', banks, { shouldDirty: true, shouldValidate: true });
    if (formState.touchedFields.amountIdr || formState.isSubmitted) void trigger('amountIdr');
  };
  const amount = { amountIdr, amountKind };
  const isExcluded = (bank: RemBank) => chosen.includes(bank) && whyNotBank(words, bank, amount) !== null;
  return (
    <fieldset className={styles.banks} id={id} tabIndex={-1}>
      <legend className="visually-hidden">{createLink.banks}</legend>
      <div className={styles.bankGrid}>
        {remBanks.map((bank) => (
          <CheckBox
            key={bank}
            id={`${fieldId('enabledBanks')}-${bank}`}
            label={<span className={isExcluded(bank) ? styles.struck : undefined}>{remBankNames[bank]}</span>}
            checked={chosen.includes(bank)}
            onChange={({ target }) =>
              choose(remBanks.filter((one) => (one === bank ? target.checked : chosen.includes(one))))
            }
          />
        ))}
        {chosen.length < remBanks.length && (
          <Button variant="plain" size="small" className={styles.all} onClick={() => choose([...remBanks])}>
            {createLink.allBanks}
          </Button>
        )}
      </div>
      {error ? (
        <p className={styles.error}>{error}</p>
      ) : (
        whyNotBanks(words, chosen, amount).map((why) => (
          <p key={why} className={styles.warning}>
            {why}
          </p>
        ))
      )}
    </fieldset>
  );
}
