import { Link } from 'react-router';
import type { EnvironmentName } from '../../api/keys.ts';
import { paths } from '../../app/paths.ts';
import { Alert } from '../../ui/alert.tsx';
import { ChoiceField } from '../../ui/fields/choice-field.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useWords } from '../../words/words.tsx';
import type { DestinationChoice } from './use-destination-choice.ts';

interface DestinationFieldProps {
  choice: DestinationChoice;
  environment: EnvironmentName;
  label: string;
}

/** The destinations to choose from. A paused one is shown and says why it cannot be chosen. */
export function DestinationField({ choice, environment, label }: DestinationFieldProps) {
  const { title, listFailed, choice: words } = useWords().destinations;
  const { list, destination, pickedId, pick, whyNot } = choice;
  const { items, error } = list;
  if (!items) {
    return error ? <ProblemAlert error={error} title={listFailed} retry={list} /> : <Skeleton heightPx={64} />;
  }
  if (items.length === 0) {
    return (
      <p>
        {words.none} <Link to={paths.destinations(environment)}>{title}</Link>
      </p>
    );
  }
  return (
    <>
      <ChoiceField
        label={label}
        choices={items.map(({ id, name, url, state }) => ({
          value: id,
          label: name,
          // What is chosen keeps its place and the focus when it is paused meanwhile; why it takes nothing is said below.
          ...(state === 'paused' && id !== pickedId ? { detail: words.paused, disabled: true } : { detail: url }),
        }))}
        input={{ name: 'destination', onChange: ({ target }) => pick(target.value) }}
        chosen={pickedId ?? ''}
      />
      {pickedId !== null && !destination && <Alert tone="warning">{whyNot}</Alert>}
    </>
  );
}
