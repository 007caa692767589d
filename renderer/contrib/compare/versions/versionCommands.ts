import { parseAddress } from '../../../platform/address.ts';
import type { Command } from '../../../platform/command.ts';
import { pathArg } from '../../../platform/pathArg.ts';
import type { Workbench } from '../../../platform/workbench.ts';
import { diffAddress, readDiffAddress } from '../diff/diffAddress.ts';
import { pickVersion } from './pickVersion.ts';
import { restoreVersion } from './restoreVersion.ts';

const category = 'File';

/** The local history of a file: what it was before each save, to be compared with and restored. */
export const versionCommands: readonly Command[] = [
  {
    id: 'version.list',
    category,
    title: 'Local History…',
    icon: 'history',
    when: 'document || explorerPath',
    menu: [
      { menu: 'file', group: '4_save', order: 9 },
      { menu: 'explorer/context', when: 'fileKind != folder && fileKind != ledger', group: '4_compare', order: 5 },
      { menu: 'tab/context', group: '4_compare', order: 2 },
    ],
    run: openVersion,
  },
  {
    id: 'version.restore',
    category,
    title: 'Restore This Version',
    icon: 'discard',
    when: 'keptVersion && !workspaceReadOnly',
    menu: { menu: 'editor/title', group: '0_restore', order: 1 },
    run: async (workbench) => {
      const kept = keptInFront(workbench);
      if (kept) await restoreVersion(workbench, kept);
    },
  },
];

async function openVersion(workbench: Workbench, args?: unknown): Promise<void> {
  const path = pathOf(workbench, args);
  const version = path === null ? null : await pickVersion(workbench, path);
  if (path === null || version === null) return;
  const uri = diffAddress({ left: { path, at: version.number }, right: { path, at: 'now' } });
  workbench.editors.open(uri, { focus: true, pinned: true });
}

/** The file of the menu, of the tab, of the editor in front, or the one chosen in the explorer. */
function pathOf({ context }: Workbench, args: unknown): string | null {
  const named = pathArg(args);
  if (named !== null) return named;
  if (typeof args === 'object' && args !== null && 'uri' in args) return parseAddress(String(args.uri)).path;
  const path = context.get('documentPath') ?? context.get('explorerPath');
  return typeof path === 'string' && path !== '' ? path : null;
}

/** The kept version that the comparison in front shows. */
export function keptInFront({ editors }: Workbench): { readonly path: string; readonly number: number } | null {
  const { scheme, path } = parseAddress(editors.active() ?? 'none:');
  const diffed = scheme === 'diff' ? readDiffAddress(path) : null;
  for (const side of diffed ? [diffed.left, diffed.right] : [])
    if (typeof side.at === 'number') return { path: side.path, number: side.at };
  return null;
}

/** Keeps the context key `keptVersion`: the editor in front shows a version that can be restored. */
export function followKeptVersion(workbench: Workbench): void {
  const { context } = workbench;
  const follow = (): void => {
    const kept = keptInFront(workbench) !== null;
    if ((context.get('keptVersion') ?? false) !== kept) context.set('keptVersion', kept);
  };
  context.store.subscribe(follow);
}
