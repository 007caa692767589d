import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { RunProgress } from '../../base/RunProgress.tsx';
import { Tree } from '../../base/Tree.tsx';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { foundText } from './foundText.ts';
import { LeftAside } from './LeftAside.tsx';
import { openPlace } from './openPlace.ts';
import { cancelSearch, runSearch } from './runSearch.ts';
import { SearchFields } from './SearchFields.tsx';
import { searchNodes } from './searchNodes.tsx';
import { searchStore } from './searchStore.ts';
import './search.css';

const typingMs = 250;

/** Text search over the files of the folder. */
export function SearchView() {
  const workbench = useWorkbench();
  const isOpen = useStore(workbench.workspace.store, (view) => view !== null);
  const { running, fault, view } = useStore(searchStore);
  useSearchAsTyped();
  if (!isOpen) return <p className="search-none">Open a folder to search in its files.</p>;
  return (
    <div className="search">
      <SearchFields />
      {fault !== null && (
        <p className="search-fault" role="alert">
          {fault}
        </p>
      )}
      {running && <RunProgress step="Searching" part={null} onCancel={() => void cancelSearch(workbench)} />}
      <p className="search-found" role="status">
        {view && !running && fault === null ? foundText(view) : ''}
      </p>
      <Results />
      {view && <LeftAside files={view.leftAside} />}
    </div>
  );
}

function Results() {
  const workbench = useWorkbench();
  const { view, closed, choice } = useStore(searchStore);
  if (!view || view.files.length === 0) return null;
  const open = new Set(view.files.map(({ path }) => path).filter((path) => !closed.has(path)));
  const toggle = (path: string): void => {
    const next = new Set(closed);
    if (!next.delete(path)) next.add(path);
    searchStore.setState({ closed: next });
  };
  return (
    <Tree
      label="Search results"
      nodes={searchNodes(view)}
      open={open}
      choice={choice}
      onToggle={toggle}
      onChoose={(now) => searchStore.setState({ choice: now })}
      onMenu={(id, at) => workbench.openMenu({ menu: 'search/context', ...at, args: { id }, facts: {} })}
      onOpen={(id, pinned) => openPlace(workbench, id, { pinned, focus: pinned })}
    />
  );
}

/** Looks anew a moment after the last letter, and as options change. */
function useSearchAsTyped(): void {
  const workbench = useWorkbench();
  const text = useStore(searchStore, (state) => state.text);
  const options = useStore(searchStore, (state) => state.options);
  const asked = useRef({ text, options });
  useEffect(() => {
    if (asked.current.text === text && asked.current.options === options) return;
    asked.current = { text, options };
    const timer = setTimeout(() => void runSearch(workbench), typingMs);
    return () => clearTimeout(timer);
  }, [workbench, text, options]);
}
