import { useStore } from 'zustand';
import { ErrorBoundary } from '../../base/ErrorBoundary.tsx';
import { useShell } from '../useShell.ts';

export function StatusBar() {
  const { statusItems, state } = useShell();
  const keyNote = useStore(state, (now) => now.keyNote);
  const side = (which: 'left' | 'right') =>
    statusItems
      .filter((item) => item.side === which)
      .map(({ id, component: Item }) => (
        <ErrorBoundary key={id} what="the status bar">
          <Item />
        </ErrorBoundary>
      ));
  return (
    <footer className="status-bar" data-part="statusBar" aria-label="Status bar">
      <div className="status-side">
        {side('left')}
        {keyNote !== null && <span className="status-item">{keyNote}</span>}
      </div>
      <div className="status-side">{side('right')}</div>
    </footer>
  );
}
