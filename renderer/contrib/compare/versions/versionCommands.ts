import { parseAddress } from '../../../platform/address.ts';
import type { Command } from '../../../platform/command.ts';
import { pathArg } from '../../../platform/pathArg.ts';
import type { Workbench } from '../../../platform/workbench.ts';
import { diffAddress, readDiffAddress } from '../diff/diffAddress.ts';
import type { Diffed } from '../diff/diffAddress.ts';
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
    menu: [
      { menu: 'editor/title', group: '0_restore', order: 1 },
      { menu: 'timeline/context', group: '2_restore', title: 'Restore' },
    ],
    run: async (workbench, args) => {
      const kept = isKept(args) ? args : keptInFront(workbench);
      if (kept) await restoreVersion(workbench, kept);
    },
  },
  {
    id: 'version.compareWithNow',
    title: 'Compare with Now',
    palette: false,
    menu: { menu: 'timeline/context', group: '1_compare', order: 1 },
    run: (workbench, args) => isKept(args) && openKept(workbench, args, { pinned: true }),
  },
  {
    id: 'version.compareWithPrevious',
    title: 'Compare with Previous',
    palette: false,
    menu: { menu: 'timeline/context', when: 'versionBefore', group: '1_compare', order: 2 },
    run: async (workbench, args) => {
      if (!isKept(args)) return;
      const { path, number } = args;
      const before = (await workbench.rpc('version.list', { path })).find((version) => version.number < number);
      if (before) openDiffed(workbench, { left: { path, at: before.number }, right: { path, at: number } });
    },
  },
];

/** A version that is kept, as the entries of a menu get it. */
export interface KeptVersion {
  readonly path: string;
  readonly number: number;
}

function isKept(args: unknown): args is KeptVersion {
  return typeof args === 'object' && args !== null && 'path' in args && 'number' in args;
}

/** Compares a version with what is there now. */
export function openKept(workbench: Workbench, { path, number }: KeptVersion, options: { readonly pinned: boolean }) {
  openDiffed(workbench, { left: { path, at: number }, right: { path, at: 'now' } }, options.pinned);
}

function openDiffed({ editors }: Workbench, diffed: Diffed, pinned = true): void {
  editors.open(diffAddress(diffed), { focus: pinned, pinned });
}

async function openVersion(workbench: Workbench, args?: unknown): Promise<void> {
  const path = pathOf(workbench, args);
  const version = path === null ? null : await pickVersion(workbench, path);
  if (path === null || version === null) return;
  openKept(workbench, { path, number: version.number }, { pinned: true });
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
export function keptInFront({ editors }: Workbench): KeptVersion | null {
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
