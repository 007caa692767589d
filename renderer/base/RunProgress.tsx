import { useId } from 'react';
import { Button } from './Button.tsx';

interface RunProgressProps {
  readonly step: string;
  /** From 0 to 1; null: not known. */
  readonly part: number | null;
  /** What else to know meanwhile. */
  readonly note?: string;
  onCancel(): void;
}

/** How far a run is, and the way to stop it. */
export function RunProgress({ step, part, note, onCancel }: RunProgressProps) {
  const id = useId();
  return (
    <div className="run-progress" role="status">
      <label htmlFor={id}>{step}…</label>
      <progress id={id} {...(part === null ? {} : { value: part, max: 1 })} />
      <Button command="work.cancel" onClick={onCancel}>
        Cancel
      </Button>
      {note && <span>{note}</span>}
    </div>
  );
}
