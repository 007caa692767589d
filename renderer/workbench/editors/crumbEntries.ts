import type { FileNode } from '../../../shared/rpc/views.ts';
import type { MenuEntry } from '../../base/Menu.tsx';
import { parseAddress } from '../../platform/address.ts';
import { filesIn } from '../../platform/fileTree.ts';
import type { ScenarioSymbol } from '../palette/symbolsOf.ts';
import type { Shell } from '../shell.ts';
import type { CrumbList } from './crumbs.ts';

interface Needs {
  readonly shell: Shell;
  readonly uri: string;
  readonly symbols: readonly ScenarioSymbol[];
  /** Shows another list in this one's place: what is in a folder or a section. */
  goInto(list: CrumbList): void;
}

/** What the list of a crumb offers. */
export async function crumbEntries(list: CrumbList, needs: Needs): Promise<readonly MenuEntry[]> {
  switch (list.kind) {
    case 'workspaces':
      return workspaceEntries(needs);
    case 'files': {
      const files = needs.shell.workspace.store.getState()?.files ?? [];
      return filesIn(files, list.folder).map((file) => fileEntry(file, list.current, needs));
    }
    case 'sections': {
      const sections = [...new Set(needs.symbols.map(({ section }) => section))];
      return sections.map((section) => ({
        id: section,
        title: section,
        checked: section === list.current,
        run: () => needs.goInto({ kind: 'symbols', section, current: '' }),
      }));
    }
    case 'symbols':
      return needs.symbols
        .filter(({ section }) => section === list.section)
        .map((symbol) => symbolEntry(symbol, list.current, needs));
  }
}

async function workspaceEntries({ shell }: Needs): Promise<readonly MenuEntry[]> {
  const { rpc, workspace, notifications } = shell;
  const now = workspace.store.getState()?.folder;
  const folders = await rpc('workspace.recent', {});
  return folders.map((folder) => ({
    id: folder,
    title: folder,
    checked: folder === now,
    run: () => void workspace.open(folder).catch((error: unknown) => notifications.failed('Open folder', error)),
  }));
}

function fileEntry({ path, name, kind }: FileNode, current: string, { shell, goInto }: Needs): MenuEntry {
  return {
    id: path,
    title: kind === 'folder' ? `${name}/` : name,
    checked: path === current,
    run: () =>
      kind === 'folder' ? goInto({ kind: 'files', folder: path, current: '' }) : shell.editors.openFile(path),
  };
}

/** A symbol is shown in the editor that the crumbs stand above. */
function symbolEntry({ path, title }: ScenarioSymbol, current: string, { shell, uri }: Needs): MenuEntry {
  const { scheme, path: file } = parseAddress(uri);
  const to = scheme === 'text' ? uri : `scenario:${file}`;
  return {
    id: path,
    title,
    checked: path === current,
    run: () => shell.editors.open(to, { focus: true, reveal: { path } }),
  };
}
