import { type FormEvent, useId, useState } from 'react';
import type { LookUpInput } from '../../api/keys.ts';
import type { LookUpKey } from '../../api/payments.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ChoiceField } from '../../ui/fields/choice-field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { useWords } from '../../words/words.tsx';
import type { KindView } from '../kind-view.ts';
import styles from './look-up.module.css';
import { LookUpAnswers } from './look-up-answers.tsx';
import { looksLikeReference } from './looks-like-reference.ts';

interface LookUpDialogProps {
  view: KindView;
  onClose: () => void;
}

/**
 * Asks the provider for one payment by exactly one number: REM refuses a reference and a receipt number together
 * (rem-payment-routing, Check Status; providers.md A.7, A.11).
 */
export function LookUpDialog({ view: { kind, lookUpKeys }, onClose }: LookUpDialogProps) {
  const { payments, kinds, common } = useWords();
  const { lookUp } = payments;
  const fieldId = useId();
  const [by, setBy] = useState<LookUpKey>(lookUpKeys[0] ?? 'reference');
  const [value, setValue] = useState('');
  const [isMalformed, setIsMalformed] = useState(false);
  const [input, setInput] = useState<LookUpInput | null>(null);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wanted = value.trim();
    setIsMalformed(!looksLikeReference(wanted));
    if (looksLikeReference(wanted)) setInput({ kind, by, value: wanted });
    else document.getElementById(fieldId)?.focus();
  };
  return (
    <Dialog open onClose={onClose} title={lookUp.dialogTitle} widthPx={520}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <p className={styles.explained}>
          {kinds[kind].name}. {lookUp.explained}
        </p>
        {lookUpKeys.length > 1 && (
          <ChoiceField
            label={lookUp.by}
            choices={lookUpKeys.map((key) => ({ value: key, label: lookUp.keys[key] }))}
            input={{
              name: `${fieldId}-by`,
              onChange: ({ currentTarget }) => {
                setBy(currentTarget.value as LookUpKey);
                setInput(null);
              },
            }}
            chosen={by}
          />
        )}
        <TextField
          id={fieldId}
          label={lookUp.keys[by]}
          hint={lookUp.keyHints[by]}
          error={isMalformed ? lookUp.malformed : null}
          mono
          autoFocus
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          value={value}
          onChange={({ target }) => {
            setValue(target.value);
            setIsMalformed(false);
            setInput(null);
          }}
        />
        {input && (
          <div className={styles.answers}>
            <LookUpAnswers inputs={[input]} isAsked onLeave={onClose} />
          </div>
        )}
        <div className={styles.buttons}>
          <Button onClick={onClose}>{common.close}</Button>
          <Button type="submit" variant="primary">
            {lookUp.submit}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
