import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useWords } from '../words/words.tsx';

interface LeaveDialogProps {
  title: string;
  onStay: () => void;
  onLeave: () => void;
}

/** Asks whether to leave a form that holds unsaved input. */
export function LeaveDialog({ title, onStay, onLeave }: LeaveDialogProps) {
  const { leaving } = useWords().create;
  return (
    <Dialog
      open
      onClose={onStay}
      title={title}
      widthPx={420}
      actions={
        <>
          <Button onClick={onLeave} variant="danger">
            {leaving.leave}
          </Button>
          <Button onClick={onStay} variant="primary" autoFocus>
            {leaving.stay}
          </Button>
        </>
      }
    >
      <p>{leaving.detail}</p>
    </Dialog>
  );
}
