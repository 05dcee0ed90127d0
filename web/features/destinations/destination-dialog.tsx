import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useId, useState } from 'react';
import {
  createDestination,
  type Destination,
  type DestinationWithSecret,
  updateDestination,
} from '../../api/destinations.ts';
import { type EnvironmentName, keys } from '../../api/keys.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { CheckBoxes } from '../../ui/fields/check-boxes.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { useWords } from '../../words/words.tsx';
import {
  type DestinationForm,
  faultsOf,
  fields,
  formOf,
  inputOf,
  kinds,
  providers,
  refusedField,
} from './destination-form.ts';
import styles from './destinations-page.module.css';

interface DestinationDialogProps {
  environment: EnvironmentName;
  /** Null to add one. */
  destination: Destination | null;
  onClose: () => void;
  onAdded: (destination: DestinationWithSecret) => void;
}

/** Name, address and what is sent there. A refusal is shown here, and it stays open. */
export function DestinationDialog({ environment, destination, onClose, onAdded }: DestinationDialogProps) {
  const { common, kinds: kindWords, destinations } = useWords();
  const words = destinations.form;
  const id = useId();
  const queryClient = useQueryClient();
  const [form, setForm] = useState(() => formOf(destination));
  const [isTried, setIsTried] = useState(false);
  const faults = faultsOf(form);
  const idOf = (name: keyof DestinationForm) => `${id}-${name}`;
  const readAgain = () => queryClient.invalidateQueries({ queryKey: keys.destinations(environment) });
  const saving = useMutation({
    mutationFn: async () => {
      if (destination) await updateDestination(environment, destination.id, inputOf(form));
      else onAdded(await createDestination(environment, inputOf(form)));
    },
    onSuccess: async () => {
      await readAgain();
      onClose();
    },
    // The answer may have been lost: the list behind the dialog then tells what was done.
    onError: () => void readAgain(),
  });
  const refused = refusedField(saving.error);
  useEffect(() => {
    if (refused) document.getElementById(`${id}-${refused}`)?.focus();
  }, [id, refused]);
  const change = (changed: Partial<DestinationForm>) => {
    setForm({ ...form, ...changed });
    // What was refused is another now.
    if (refused) saving.reset();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    const [first] = fields.filter((name) => faults[name]);
    if (first) document.getElementById(idOf(first))?.focus();
    else if (!saving.isPending) saving.mutate();
  };
  const errorOf = (name: keyof DestinationForm) => {
    const fault = faults[name];
    if (isTried && fault) return words[fault];
    if (name !== refused) return null;
    return name === 'name' ? common.reasons.name_taken : words.refused;
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={destination ? words.editTitle(destination.name) : words.addTitle}
      busy={saving.isPending}
    >
      <form className={styles.form} onSubmit={submit} noValidate>
        <TextField
          id={idOf('name')}
          label={words.name}
          hint={words.nameHint}
          error={errorOf('name')}
          required
          maxLength={60}
          value={form.name}
          onChange={({ target }) => change({ name: target.value })}
          autoComplete="off"
          autoFocus
        />
        <TextField
          id={idOf('url')}
          type="url"
          label={words.url}
          hint={words.urlHint}
          error={errorOf('url')}
          required
          mono
          maxLength={500}
          value={form.url}
          onChange={({ target }) => change({ url: target.value })}
          autoComplete="off"
          spellCheck={false}
        />
        <CheckBoxes
          id={idOf('providers')}
          label={words.providers}
          boxes={providers.map((value) => ({ value, label: common.providers[value] }))}
          chosen={form.providers}
          onChange={(chosen) => change({ providers: chosen })}
          error={errorOf('providers')}
        />
        <CheckBoxes
          id={idOf('kinds')}
          label={words.kinds}
          boxes={kinds.map((value) => ({ value, label: kindWords[value].name }))}
          chosen={form.kinds}
          onChange={(chosen) => change({ kinds: chosen })}
          error={errorOf('kinds')}
        />
        {saving.error && !refused && (
          <ProblemAlert
            error={saving.error}
            title={destinations.problems.save}
            whenUnknown={destination ? undefined : words.addUnknown}
          />
        )}
        <div className={styles.buttons}>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button type="submit" variant="primary" busy={saving.isPending}>
            {destination ? words.save : words.add}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
