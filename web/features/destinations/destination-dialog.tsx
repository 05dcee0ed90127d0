import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import {
  createDestination,
  type Destination,
  type DestinationWithSecret,
  updateDestination,
} from '../../api/destinations.ts';
import { type EnvironmentName, keys } from '../../api/keys.ts';
import { ProblemError } from '../../api/problem.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { CheckBox } from '../../ui/fields/check-box.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { useWords } from '../../words/words.tsx';
import { type DestinationForm, faultsOf, formOf, inputOf, kinds, providers } from './destination-form.ts';
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
  const saving = useMutation({
    mutationFn: async () => {
      if (destination) await updateDestination(environment, destination.id, inputOf(form));
      else onAdded(await createDestination(environment, inputOf(form)));
    },
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: keys.destinations(environment) });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (Object.keys(faults).length === 0 && !saving.isPending) saving.mutate();
  };
  const refusals = saving.error instanceof ProblemError ? saving.error.errors : [];
  const errorOf = (name: keyof DestinationForm) => {
    const fault = faults[name];
    if (isTried && fault) return words[fault];
    return refusals.some(({ field }) => field.endsWith(name)) ? words.refused : null;
  };
  const toggle = (name: 'providers' | 'kinds', value: string) => {
    const chosen = form[name].includes(value) ? form[name].filter((one) => one !== value) : [...form[name], value];
    setForm({ ...form, [name]: chosen });
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
          id={`${id}-name`}
          label={words.name}
          hint={words.nameHint}
          error={errorOf('name')}
          required
          maxLength={60}
          value={form.name}
          onChange={({ target }) => setForm({ ...form, name: target.value })}
          autoComplete="off"
          autoFocus
        />
        <TextField
          id={`${id}-url`}
          type="url"
          label={words.url}
          hint={words.urlHint}
          error={errorOf('url')}
          required
          mono
          maxLength={500}
          value={form.url}
          onChange={({ target }) => setForm({ ...form, url: target.value })}
          autoComplete="off"
          spellCheck={false}
        />
        <fieldset className={styles.boxes}>
          <legend>{words.providers}</legend>
          {providers.map((provider) => (
            <CheckBox
              key={provider}
              id={`${id}-${provider}`}
              label={common.providers[provider]}
              checked={form.providers.includes(provider)}
              onChange={() => toggle('providers', provider)}
            />
          ))}
          {errorOf('providers') && <p className={styles.error}>{errorOf('providers')}</p>}
        </fieldset>
        <fieldset className={styles.boxes}>
          <legend>{words.kinds}</legend>
          {kinds.map((kind) => (
            <CheckBox
              key={kind}
              id={`${id}-${kind}`}
              label={kindWords[kind].name}
              checked={form.kinds.includes(kind)}
              onChange={() => toggle('kinds', kind)}
            />
          ))}
          {errorOf('kinds') && <p className={styles.error}>{errorOf('kinds')}</p>}
        </fieldset>
        {saving.error && <ProblemAlert error={saving.error} title={destinations.problems.save} />}
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
