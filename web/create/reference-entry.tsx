import { useWords } from '../words/words.tsx';
import { FormText } from './form-text.tsx';

/** The reference that a person gives the payment; left empty, the server makes one. */
export function ReferenceEntry({ hint }: { hint: string }) {
  const { create } = useWords();
  return (
    <FormText<{ reference: string }>
      name="reference"
      label={create.reference}
      hint={hint}
      autoCapitalize="characters"
      spellCheck={false}
      mono
    />
  );
}
