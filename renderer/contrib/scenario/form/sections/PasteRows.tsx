import { useId, useState } from 'react';
import { Button } from '../../../../base/Button.tsx';
import { pastedEvents } from '../../edit/pastedEvents.ts';

interface PasteRowsProps {
  onAdd(text: string): void;
  onClose(): void;
}

/** Takes cells copied from a spreadsheet, and says what they will become. */
export function PasteRows({ onAdd, onClose }: PasteRowsProps) {
  const id = useId();
  const [text, setText] = useState('');
  const events = pastedEvents(text);
  const inCredits = events.filter((event) => event['credits'] !== undefined).length;
  const said =
    events.length === 0
      ? 'Columns: at, credits — or at, meter, quantity, id — or any order under a header row.'
      : `${events.length} rows: ${events.length - inCredits} on meters, ${inCredits} in credits.`;
  return (
    <div className="form-paste">
      <label htmlFor={id} className="form-label">
        Cells from a spreadsheet, or CSV
      </label>
      <textarea
        id={id}
        className="input form-mono"
        rows={5}
        autoFocus
        spellCheck={false}
        value={text}
        placeholder={'2026-01-03\ttraining\t95\tjob-1\n2026-01-04\ttraining\t60\tjob-2'}
        aria-describedby={`${id}-about`}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => event.key === 'Escape' && onClose()}
      />
      <div className="form-line">
        <Button kind="primary" disabled={events.length === 0} command="form.pasteRows" onClick={() => onAdd(text)}>
          Add Rows
        </Button>
        <Button command="edit.cancel" onClick={onClose}>
          Cancel
        </Button>
        <span id={`${id}-about`} className="form-about" role="status">
          {said}
        </span>
      </div>
    </div>
  );
}
