import { useWords } from '../words/words.tsx';
import { Button, type ButtonProps } from './button.tsx';
import { useCopy } from './copyable.tsx';
import { CheckIcon, CopyIcon } from './icons.tsx';

interface CopyButtonProps extends Pick<ButtonProps, 'children' | 'variant' | 'size' | 'aria-label'> {
  value: string;
}

/** A button that copies, and says for a moment that it did. */
export function CopyButton({ value, ...rest }: CopyButtonProps) {
  const { common } = useWords();
  const { copied, copy } = useCopy();
  return (
    <>
      <Button {...rest} icon={copied ? <CheckIcon size={14} /> : <CopyIcon size={14} />} onClick={() => copy(value)} />
      <span className="visually-hidden" role="status">
        {copied ? common.copied : ''}
      </span>
    </>
  );
}
