import { useStore } from 'zustand';
import { useState } from 'react';
import type { FileNode } from '../../../shared/rpc/views.ts';
import { fileIcon } from '../../base/fileIcon.ts';
import type { Shell } from '../shell.ts';
import { useShell } from '../useShell.ts';
import { QuickPick } from './QuickPick.tsx';

/** Commands behind `>`, files without it: one line of text for both, as people know it. */
export function Palette() {
  const { state } = useShell();
  const mode = useStore(state, (now) => now.palette);
  return mode === null ? null : <OpenPalette key={mode} first={mode === 'commands' ? '>' : ''} />;
}

function OpenPalette({ first }: { readonly first: string }) {
  const shell = useShell();
  const [search, setSearch] = useState(first);
  const commands = search.startsWith('>');
  const close = (): void => shell.state.setState({ palette: null });
  return (
    <QuickPick
      label={commands ? 'Command palette' : 'Go to file'}
      placeholder={commands ? 'Type the name of a command' : 'Search files by name (type > for commands)'}
      items={commands ? commandItems(shell) : fileItems(shell)}
      search={search}
      onSearch={setSearch}
      prefix={commands ? '>' : ''}
      empty={commands ? 'No command matches' : 'No file matches'}
      onChoose={({ value }) => {
        close();
        value();
      }}
      onClose={close}
    />
  );
}

function commandItems({ allCommands, commands, context, state }: Shell) {
  const { recentCommands } = state.getState();
  const rank = (id: string): number => (recentCommands.includes(id) ? recentCommands.indexOf(id) : Infinity);
  const items = allCommands
    .filter(({ palette, when }) => palette !== false && context.holds(when))
    .map(({ id, title, category }) => ({
      id,
      title: category === undefined ? title : `${category}: ${title}`,
      keys: commands.keyOf(id),
      value: () => {
        state.setState((now) => ({ recentCommands: [id, ...now.recentCommands.filter((each) => each !== id)] }));
        void commands.run(id);
      },
    }))
    .toSorted((a, b) => rank(a.id) - rank(b.id) || a.title.localeCompare(b.title));
  const recent = items.filter((item) => rank(item.id) < Infinity).length;
  return items.map((item, at) => ({
    ...item,
    heading: recent > 0 && at === 0 ? 'recently used' : recent > 0 && at === recent ? 'other commands' : undefined,
  }));
}

function fileItems({ workspace, editors }: Shell) {
  const files = (nodes: readonly FileNode[]): FileNode[] =>
    nodes.flatMap((node) => (node.kind === 'folder' ? files(node.children ?? []) : [node]));
  return files(workspace.store.getState()?.files ?? []).map(({ path, name, kind }) => ({
    id: path,
    title: name,
    detail: path === name ? undefined : path.slice(0, -name.length - 1),
    icon: fileIcon(kind),
    value: () => editors.openFile(path, { pinned: true }),
  }));
}
