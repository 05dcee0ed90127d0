import { type ChangeEvent, type ClipboardEvent, type Ref, useLayoutEffect, useRef, useState } from 'react';
import { type AmountInput, afterEdit, afterPaste, amountOfText, amountText } from './amount-input.ts';
import styles from './field.module.css';
import { Field, type FieldProps } from './field.tsx';

interface AmountFieldProps extends FieldProps {
  name?: string;
  /** Whole rupiah; null while empty. */
  value: number | null;
  onChange: (amountIdr: number | null) => void;
  onBlur?: () => void;
  ref?: Ref<HTMLInputElement>;
}

/** An amount in rupiah that groups its thousands as it is typed, with the caret staying where the person put it. */
export function AmountField({ value, onChange, onBlur, name, ref, ...field }: AmountFieldProps) {
  const own = useRef<HTMLInputElement | null>(null);
  const [caret, setCaret] = useState<{ at: number } | null>(null);
  const text = amountText(value);

  useLayoutEffect(() => {
    if (caret && document.activeElement === own.current) own.current?.setSelectionRange(caret.at, caret.at);
  }, [caret]);

  const show = (next: AmountInput) => {
    setCaret({ at: next.caret });
    onChange(amountOfText(next.text));
  };
  const edit = ({ target, nativeEvent }: ChangeEvent<HTMLInputElement>) => {
    const inputType = nativeEvent instanceof InputEvent ? nativeEvent.inputType : '';
    show(afterEdit(text, { text: target.value, caret: target.selectionStart ?? target.value.length }, inputType));
  };
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    event.preventDefault();
    const { selectionStart, selectionEnd } = event.currentTarget;
    const selection = { start: selectionStart ?? text.length, end: selectionEnd ?? text.length };
    show(afterPaste(text, selection, event.clipboardData.getData('text')));
  };

  return (
    <Field {...field}>
      {(control) => (
        <span className={styles.box}>
          <span className={styles.prefix} aria-hidden="true">
            Rp
          </span>
          <input
            {...control}
            ref={(input) => {
              own.current = input;
              if (typeof ref === 'function') ref(input);
              else if (ref) ref.current = input;
            }}
            name={name}
            className={`${styles.input} ${styles.amount}`}
            inputMode="numeric"
            autoComplete="off"
            value={text}
            onChange={edit}
            onPaste={paste}
            onBlur={onBlur}
          />
        </span>
      )}
    </Field>
  );
}
