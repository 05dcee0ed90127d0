import type { CallbackSearch } from '../../../api/keys.ts';
import { useEnvironment } from '../../../app/use-environment.ts';
import { activeParts, dropOf } from '../../../payments/callbacks/callback-search.ts';
import { usePartWords } from '../../../payments/callbacks/use-part-words.ts';
import { DropChoices, ListMessage } from '../../../table/list-message.tsx';
import { Button } from '../../../ui/button.tsx';
import { useWords } from '../../../words/words.tsx';

interface EmptyCallbacksProps {
  search: CallbackSearch;
  onChange: (change: Partial<CallbackSearch>) => void;
}

/** Says why the list is empty: which filter emptied it, or that nothing came yet. */
export function EmptyCallbacks({ search, onChange }: EmptyCallbacksProps) {
  const { callbacks, payments } = useWords();
  const told = usePartWords(useEnvironment().name, search);
  const parts = activeParts(search);
  const [only] = parts;
  if (search.cursor !== undefined) {
    return (
      <ListMessage title={payments.pageGone}>
        <Button onClick={() => onChange({ cursor: undefined })}>{payments.toFirstPage}</Button>
      </ListMessage>
    );
  }
  if (only === undefined) {
    return (
      <ListMessage title={callbacks.emptyTitle}>
        <p>{callbacks.emptyDetail}</p>
      </ListMessage>
    );
  }
  return (
    <ListMessage title={callbacks.noMatchTitle}>
      <p>{parts.length === 1 ? payments.noMatchOne(told(only)) : callbacks.noMatchMany}</p>
      <DropChoices
        drops={parts.map((part) => ({ key: part, words: told(part), onDrop: () => onChange(dropOf(part)) }))}
      />
    </ListMessage>
  );
}
