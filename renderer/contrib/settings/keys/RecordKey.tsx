import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Button } from '../../../base/Button.tsx';
import { Dialog } from '../../../base/Dialog.tsx';
import { KeyHint } from '../../../base/KeyHint.tsx';
import type { Command } from '../../../platform/command.ts';
import { printKey, strokeOf } from '../../../platform/keys.ts';
import { isMac } from '../../../platform/platformKind.ts';
import { useWorkbench } from '../../../platform/useWorkbench.ts';
import { conflictsOf, titleOf } from './keyRows.ts';

interface RecordKeyProps {
  /** Null: a key to search for. */
  readonly command: Command | null;
  readonly when: string | undefined;
  onRecorded(strokes: readonly string[], printed: string): void;
  onClose(): void;
}

/** Takes the key that is pressed, of one or two strokes. Enter takes it over, Escape leaves, Tab goes to the buttons. */
export function RecordKey({ command, when, onRecorded, onClose }: RecordKeyProps) {
  const { keys, context } = useWorkbench();
  const [strokes, setStrokes] = useState<readonly string[]>([]);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    context.set('recordingKeys', true);
    box.current?.focus();
    return () => context.set('recordingKeys', false);
  }, [context]);
  const printed = strokes.length === 0 ? '' : printKey(strokes.join(' '), isMac);
  const conflicts = command ? conflictsOf(keys.bindings(), { strokes, command, when }) : [];
  const accept = (): void => {
    if (strokes.length > 0) onRecorded(strokes, printed);
  };
  function press(event: KeyboardEvent): void {
    if (event.key === 'Tab' || event.key === 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    if (event.key === 'Enter' && plain) return accept();
    const stroke = strokeOf(event.nativeEvent);
    if (stroke !== null) setStrokes((before) => (before.length === 1 ? [...before, stroke] : [stroke]));
  }
  return (
    <Dialog
      title={command ? `Key for ${titleOf(command)}` : 'Search by Key'}
      onClose={onClose}
      onSubmit={accept}
      footer={
        <>
          <Button kind="primary" type="submit" disabled={strokes.length === 0}>
            {command ? 'Use this key' : 'Search'}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <p id="record-key-about">Press the key, or two one after the other; then Enter. Escape leaves it as it is.</p>
      <div
        ref={box}
        className="record-key"
        role="textbox"
        aria-label="Key"
        aria-describedby="record-key-about"
        aria-readonly="true"
        tabIndex={0}
        onKeyDown={press}
      >
        {printed === '' ? <span className="record-key-none">No key yet</span> : <KeyHint keys={printed} />}
      </div>
      <p role="status" className="record-key-said">
        {printed !== '' && <span className="visually-hidden">{printed}. </span>}
        {conflicts.length > 0 && `This key also runs ${conflicts.join(', ')}. Yours goes first.`}
      </p>
    </Dialog>
  );
}
