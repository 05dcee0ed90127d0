import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { type EnvironmentName, keys } from '../../api/keys.ts';
import { deletePayment, takeAnswer } from '../../api/payment-actions.ts';
import type { Payment } from '../../api/payments.ts';
import { formatAmountIdr } from '../../format/money.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { useWords } from '../../words/words.tsx';
import styles from './delete-dialog.module.css';

interface DeleteDialogProps {
  payment: Payment;
  environment: EnvironmentName;
  onClose: () => void;
}

/** Says what deleting does and asks once more; in production by typing the reference. A refusal is shown here, and it stays open. */
export function DeleteDialog({ payment, environment, onClose }: DeleteDialogProps) {
  const { common, kinds, payment: words } = useWords();
  const { deletion: said } = kinds[payment.kind];
  const fieldId = useId();
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState('');
  const [mismatch, setMismatch] = useState(false);
  const mustType = environment === 'production';
  const provider = common.providers[payment.provider];
  const deletion = useMutation({
    mutationFn: () => deletePayment(environment, payment.id, mustType ? typed.trim() : null),
    onSuccess: (answer) => {
      void takeAnswer(queryClient, environment, answer);
      onClose();
    },
    onError: () => queryClient.invalidateQueries({ queryKey: keys.payment(environment, payment.id) }),
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (deletion.isPending) return;
    if (mustType && typed.trim() !== payment.reference) {
      setMismatch(true);
      document.getElementById(fieldId)?.focus();
      return;
    }
    deletion.mutate();
  };

  return (
    <Dialog open onClose={onClose} title={said.title} busy={deletion.isPending}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <p className={styles.what}>
          {[formatAmountIdr(payment.amountIdr), payment.customerName, payment.description].filter(Boolean).join(' · ')}
        </p>
        <p>{said.happens(provider)}</p>
        <p>{said.race}</p>
        {mustType && (
          <>
            <Alert tone="warning">{said.production}</Alert>
            <TextField
              id={fieldId}
              label={words.deletion.confirm(payment.reference)}
              error={mismatch ? said.mismatch : null}
              mono
              value={typed}
              onChange={({ target }) => {
                setTyped(target.value);
                setMismatch(false);
              }}
              autoComplete="off"
              autoCapitalize="off"
              spellCheck={false}
              autoFocus
            />
          </>
        )}
        {deletion.error && <ProblemAlert error={deletion.error} title={said.failed} />}
        <div className={styles.buttons}>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button type="submit" variant="danger" busy={deletion.isPending}>
            {said.submit}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
