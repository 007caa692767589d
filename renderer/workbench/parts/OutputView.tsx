import { useLayoutEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { EmptyState } from '../../base/EmptyState.tsx';
import { IconButton } from '../../base/IconButton.tsx';
import { Toolbar } from '../../base/Toolbar.tsx';
import { useShell } from '../useShell.ts';

export function OutputView() {
  const { output } = useShell();
  const lines = useStore(output.store, (state) => state.lines);
  const end = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => end.current?.scrollIntoView({ block: 'end' }), [lines]);
  if (lines.length === 0) return <EmptyState icon="output" title="Nothing was written yet" />;
  return (
    <div className="output">
      <Toolbar className="output-tools" label="Output tools">
        <IconButton icon="copy" label="Copy output" command="output.copy" />
        <IconButton icon="report" label="Report issue" command="help.reportIssue" />
        <IconButton icon="clear-all" label="Clear output" command="output.clear" />
      </Toolbar>
      <div
        className="output-lines"
        role="log"
        aria-label="Output"
        data-menu="output/context"
        tabIndex={0}
        data-autofocus
      >
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
