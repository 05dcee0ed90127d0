import { useWatch } from 'react-hook-form';
import { useWords } from '../../../words/words.tsx';
import type { LinkForm } from './link-form.ts';

interface RoomLeftProps {
  field: 'description' | 'notes' | 'displayName' | 'customerName';
  /** Most characters. */
  most: number;
  isOptional?: boolean;
}

/** Beside a label: "optional", and how much is used once there is little room left. */
export function RoomLeft({ field, most, isOptional = false }: RoomLeftProps) {
  const { create } = useWords();
  const used = useWatch<LinkForm, typeof field>({ name: field }).length;
  if (used > most * 0.7) return create.counter(used, most);
  return isOptional ? create.optional : null;
}
