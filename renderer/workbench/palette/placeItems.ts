import type { QuickPickItem } from '../../platform/dialogs.ts';
import { parseAddress } from '../../platform/address.ts';
import { scenariosIn } from '../scenarioInFront.ts';
import { gridInFront } from '../rows/gridHandle.ts';
import type { Shell } from '../shell.ts';
import { prefixes } from './prefixes.ts';
import { nameOf, symbolsOf } from './symbolsOf.ts';

type Item = QuickPickItem<() => void>;

/** The text file that the editor in front shows or is about, or null. */
export function fileInFront({ editors }: Shell): string | null {
  const uri = editors.active();
  if (uri === null) return null;
  const { scheme, path } = parseAddress(uri);
  return editors.documentOf(uri) ?? (scheme === 'bill' || path.endsWith('.scenario.json') ? path : null);
}

/** The symbols of some scenarios, read where they are not open. */
export async function symbolItems(shell: Shell, paths: readonly string[]): Promise<readonly Item[]> {
  const found = await Promise.all(paths.map((path) => symbolsIn(shell, path, paths.length > 1)));
  return found.flat();
}

/** Every scenario of the workspace. */
export function allScenarios({ workspace }: Shell): readonly string[] {
  return scenariosIn(workspace.store.getState()?.files ?? []);
}

async function symbolsIn({ documents, editors, rpc }: Shell, path: string, named: boolean): Promise<readonly Item[]> {
  const read = () =>
    rpc('document.read', { path }).then(
      (view) => view.text,
      () => '',
    );
  const text = documents.get(path)?.text ?? (await read());
  const inText = editors.active() === `text:${path}`;
  return [...nameOf(text), ...symbolsOf(text)].map((symbol) => ({
    id: `${path} ${symbol.path}`,
    title: symbol.title,
    detail: named ? `${symbol.detail} · ${path}` : symbol.detail,
    icon: symbol.icon,
    value: () => editors.open(`${inText ? 'text' : 'scenario'}:${path}`, { reveal: { path: symbol.path } }),
  }));
}

/** One line to go to, once a number is typed; over a grid, such as that of a ledger, one row. */
export function lineItems(shell: Shell, search: string): readonly Item[] {
  const path = fileInFront(shell);
  const line = Number(/^:\s*(\d{1,15})$/.exec(search)?.[1] ?? 0);
  if (line < 1) return [];
  const { grid } = gridInFront.getState();
  if (grid !== null)
    return [
      { id: 'row', title: `:${line}`, detail: `Go to row ${line} of the grid`, value: () => void grid.goToRow(line) },
    ];
  if (path === null) return [];
  const place = { line, column: 1, offset: 0, length: 0 };
  const value = () => shell.editors.open(`text:${path}`, { reveal: { place } });
  return [{ id: 'line', title: `:${line}`, detail: `Go to line ${line} of ${path}`, value }];
}

/** What each sign looks for. */
export function helpItems(choose: (sign: string) => void): readonly Item[] {
  return prefixes
    .filter(({ sign }) => sign !== '?')
    .map(({ sign, label, placeholder }) => ({
      id: `help ${sign}`,
      title: sign === '' ? '…' : sign,
      detail: `${label}: ${placeholder}`,
      value: () => choose(sign),
    }));
}
