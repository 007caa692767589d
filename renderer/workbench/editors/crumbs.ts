import type { WorkspaceView } from '../../../shared/rpc/views.ts';
import { fileIcon } from '../../base/fileIcon.ts';
import { parseAddress } from '../../platform/address.ts';
import { findFile } from '../../platform/fileTree.ts';
import type { ScenarioSymbol } from '../palette/symbolsOf.ts';

/** One step of the way to a file and to a place in it, and what its list shows. */
export interface Crumb {
  readonly title: string;
  readonly icon: string;
  readonly list: CrumbList;
}

/** Folders opened before; what lies in a folder; the lists of a scenario; or what is in one of them. `current` is where the way leads. */
export type CrumbList =
  | { readonly kind: 'workspaces' }
  | { readonly kind: 'files'; readonly folder: string; readonly current: string }
  | { readonly kind: 'sections'; readonly current: string | null }
  | { readonly kind: 'symbols'; readonly section: string; readonly current: string };

interface Shown {
  readonly uri: string;
  readonly view: WorkspaceView;
  /** JSON path at which the editor is. */
  readonly place: string | undefined;
  readonly symbols: readonly ScenarioSymbol[];
}

/** The way to what an editor shows; none where it shows no file of the workspace. */
export function crumbsOf({ uri, view, place, symbols }: Shown): readonly Crumb[] {
  const { scheme, path } = parseAddress(uri);
  const file = findFile(view.files, path);
  if (!file) return [];
  const steps = path.split('/');
  const ways = steps.map((title, at): Crumb => {
    const folder = steps.slice(0, at).join('/');
    const icon = at === steps.length - 1 ? fileIcon(file.kind) : 'folder';
    return { title, icon, list: { kind: 'files', folder, current: steps.slice(0, at + 1).join('/') } };
  });
  const inside = scheme === 'scenario' || scheme === 'text' ? placeCrumbs(place, symbols) : [];
  return [{ title: view.name, icon: 'root-folder', list: { kind: 'workspaces' } }, ...ways, ...inside];
}

function placeCrumbs(place: string | undefined, symbols: readonly ScenarioSymbol[]): readonly Crumb[] {
  if (symbols.length === 0) return [];
  const symbol = symbols.find(({ path }) => place !== undefined && isAt(place, path));
  if (!symbol) return [{ title: '…', icon: 'symbol-misc', list: { kind: 'sections', current: null } }];
  const { section, title, icon, path } = symbol;
  return [
    { title: section, icon: 'list-tree', list: { kind: 'sections', current: section } },
    { title, icon, list: { kind: 'symbols', section, current: path } },
  ];
}

function isAt(place: string, path: string): boolean {
  return place === path || place.startsWith(`${path}.`) || place.startsWith(`${path}[`);
}
