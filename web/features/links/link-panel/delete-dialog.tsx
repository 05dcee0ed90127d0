import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { type EnvironmentName, keys } from '../../../api/keys.ts';
import { deleteLink, takeAnswer } from '../../../api/link-actions.ts';
import type { Link } from '../../../api/links.ts';
import { formatAmountIdr } from '../../../format/money.ts';
import { Alert } from '../../../ui/alert.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { useWords } from '../../../words/words.tsx';
import styles from './delete-dialog.module.css';

interface DeleteDialogProps {
  link: Link;
  environment: EnvironmentName;
  onClose: () => void;
}

/** Says what deleting does and asks once more; in production by typing the reference. A refusal is shown here, and it stays open. */
export function DeleteDialog({ link, environment, onClose }: DeleteDialogProps) {
  const { common, link: words } = useWords();
  const fieldId = useId();
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState('');
  const [mismatch, setMismatch] = useState(false);
  const mustType = environment === 'production';
  const provider = common.providers[link.provider];
  const deletion = useMutation({
    mutationFn: () => deleteLink(environment, link.id, mustType ? typed.trim() : null),
    onSuccess: (answer) => {
      void takeAnswer(queryClient, environment, answer);
      onClose();
    },
    onError: () => queryClient.invalidateQueries({ queryKey: keys.link(environment, link.id) }),
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (deletion.isPending) return;
    if (mustType && typed.trim() !== link.reference) {
      setMismatch(true);
      document.getElementById(fieldId)?.focus();
      return;
    }
    deletion.mutate();
  };

  return (
    <Dialog open onClose={onClose} title={words.deletion.title} busy={deletion.isPending}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <p className={styles.what}>
          {[formatAmountIdr(link.amountIdr), link.customerName, link.description].filter(Boolean).join(' · ')}
        </p>
        <p>{words.deletion.happens(provider)}</p>
        <p>{words.deletion.race}</p>
        {mustType && (
          <>
            <Alert tone="warning">{words.deletion.production}</Alert>
            <TextField
              id={fieldId}
              label={words.deletion.confirm(link.reference)}
              error={mismatch ? words.deletion.mismatch : null}
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
        {deletion.error && <ProblemAlert error={deletion.error} title={words.deletion.failed} />}
        <div className={styles.buttons}>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button type="submit" variant="danger" busy={deletion.isPending}>
            {words.deletion.submit}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
