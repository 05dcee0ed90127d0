import type { ComponentProps } from 'react';
import { type FieldPath, type FieldValues, useWatch } from 'react-hook-form';
import { TextField } from '../ui/fields/text-field.tsx';
import { useWords } from '../words/words.tsx';
import { useFields, useForming } from './use-create-form.ts';

interface FormTextProps<Form extends FieldValues>
  extends Omit<ComponentProps<typeof TextField>, 'id' | 'error' | 'aside' | 'name'> {
  name: FieldPath<Form>;
  /** Most characters, where they are told once there is little room left. */
  most?: number;
}

/** A line of text of the form: its error, whether it may stay empty, and how much room is left. */
export function FormText<Form extends FieldValues>({ name, most, ...field }: FormTextProps<Form>) {
  const { register } = useForming<Form>();
  const fields = useFields<Form>();
  return (
    <TextField
      autoComplete="off"
      {...field}
      {...register(name)}
      {...fields(name)}
      aside={<RoomLeft field={name} most={most} isOptional={!field.required} />}
    />
  );
}

interface RoomLeftProps {
  field: string;
  most?: number | undefined;
  isOptional: boolean;
}

/** Beside a label: "optional", and how much is used once there is little room left. */
export function RoomLeft({ field, most, isOptional }: RoomLeftProps) {
  const { create } = useWords();
  const used = String(useWatch({ name: field }) ?? '').length;
  if (most !== undefined && used > most * 0.7) return create.counter(used, most);
  return isOptional ? create.optional : null;
}
