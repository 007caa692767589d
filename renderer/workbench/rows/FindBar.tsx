import { useEffect, useRef } from 'react';
import { IconButton } from '../../base/IconButton.tsx';
import type { RowsProgress } from '../../../shared/rpc/rowViews.ts';
import type { FindState } from './useFind.ts';

interface FindBarProps {
  readonly find: FindState;
  readonly progress: RowsProgress | null;
  /** Grows with each time that it is asked for: the text is then selected anew. */
  readonly asked: number;
  onAsk(asked: { readonly text: string; readonly matchCase: boolean }): void;
  onNext(step: 1 | -1): void;
  onClose(): void;
}

/** Looks for a text in the rows of a grid. Enter goes on, Shift+Enter back, Escape to the grid. */
export function FindBar({ find, progress, asked, onAsk, onNext, onClose }: FindBarProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, [asked]);
  const { text, matchCase } = find;
  const none = !find.count;
  return (
    <div
      className="grid-find"
      role="search"
      aria-label="Find in the rows"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' && !(event.key === 'Enter' && event.target === input.current)) return;
        event.preventDefault();
        if (event.key === 'Escape') onClose();
        else onNext(event.shiftKey ? -1 : 1);
      }}
    >
      <input
        ref={input}
        className="input"
        aria-label="Find"
        placeholder="Find"
        value={text}
        maxLength={1000}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onAsk({ text: event.target.value, matchCase })}
      />
      <IconButton
        icon="case-sensitive"
        label="Match case"
        pressed={matchCase}
        command="grid.matchCase"
        onClick={() => onAsk({ text, matchCase: !matchCase })}
      />
      <span className="grid-find-count" role="status">
        {stateText(find, progress)}
      </span>
      <IconButton icon="arrow-up" label="Previous found cell" command="grid.findPrevious" disabled={none} />
      <IconButton icon="arrow-down" label="Next found cell" command="grid.findNext" disabled={none} />
      <IconButton icon="close" label="Close the search" keyHint="Escape" command="grid.closeFind" onClick={onClose} />
    </div>
  );
}

function stateText({ text, running, count, at, failure }: FindState, progress: RowsProgress | null): string {
  if (failure !== null) return failure;
  if (running) return progress ? `Searching, ${Math.floor(progress.share * 100)} %` : 'Searching…';
  if (text === '' || count === null) return '';
  if (count === 0) return 'Nothing found';
  return `${at ? at.ordinal.toLocaleString('en') : '?'} of ${count.toLocaleString('en')}`;
}
