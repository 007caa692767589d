import { useLayoutEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { EmptyState } from '../../base/EmptyState.tsx';
import { IconButton } from '../../base/IconButton.tsx';
import { useShell } from '../useShell.ts';

export function OutputView() {
  const { output } = useShell();
  const lines = useStore(output.store, (state) => state.lines);
  const end = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => end.current?.scrollIntoView({ block: 'end' }), [lines]);
  if (lines.length === 0) return <EmptyState icon="output" title="Nothing was written yet" />;
  const text = lines.map((line) => `${line.at} ${line.text}`).join('\n');
  return (
    <div className="output">
      <div className="output-tools">
        <IconButton icon="copy" label="Copy output" onClick={() => void navigator.clipboard.writeText(text)} />
        <IconButton icon="clear-all" label="Clear output" onClick={() => output.clear()} />
      </div>
      <div className="output-lines" role="log" aria-label="Output" tabIndex={0} data-autofocus>
        {lines.map((line, at) => (
          <div key={at}>
            <time dateTime={line.at}>{line.at.slice(11, 19)}</time> {line.text}
          </div>
        ))}
        <div ref={end} />
      </div>
    </div>
  );
}
