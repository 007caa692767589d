import { useStore } from 'zustand';
import { IconButton } from '../../base/IconButton.tsx';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { runSearch } from './runSearch.ts';
import { searchCommandOf, searchOptions } from './searchCommands.ts';
import { searchStore } from './searchStore.ts';

/** What to look for, and how. */
export function SearchFields() {
  const workbench = useWorkbench();
  const { text, options } = useStore(searchStore);
  return (
    <div className="search-fields" role="search">
      <input
        className="input"
        type="text"
        aria-label="Search in files"
        placeholder="Search"
        data-autofocus
        spellCheck={false}
        autoComplete="off"
        value={text}
        onFocus={({ currentTarget }) => currentTarget.select()}
        onChange={({ currentTarget }) => searchStore.setState({ text: currentTarget.value })}
        onKeyDown={({ key }) => key === 'Enter' && void runSearch(workbench)}
      />
      {searchOptions.map(({ id, title, icon }) => (
        <IconButton
          key={id}
          icon={icon}
          label={title}
          keyHint={workbench.commands.keyOf(searchCommandOf(id))}
          pressed={options[id]}
          onClick={() => void workbench.commands.run(searchCommandOf(id))}
        />
      ))}
    </div>
  );
}
