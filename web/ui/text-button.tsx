import styles from './text-button.module.css';

interface TextButtonProps {
  children: string;
  onClick: () => void;
  className?: string;
}

/** Shows more or less of what stands beside it; quieter than a button. */
export function TextButton({ children, onClick, className = '' }: TextButtonProps) {
  return (
    <button type="button" className={`${styles.text} ${className}`} onClick={onClick}>
      {children}
    </button>
  );
}
