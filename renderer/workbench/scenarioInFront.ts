import type { FileNode } from '../../shared/rpc/views.ts';
import { parseAddress } from '../platform/address.ts';
import type { Workbench } from '../platform/workbench.ts';

const suffix = '.scenario.json';

/** The scenario that a command is about: the one named, the one in front, else one that the user picks. Null: none. */
export async function scenarioFor(workbench: Workbench, args: unknown, title: string): Promise<string | null> {
  if (typeof args === 'object' && args !== null && 'path' in args && typeof args.path === 'string') return args.path;
  const front = scenarioInFront(workbench);
  if (front !== null) return front;
  const paths = scenariosIn(workbench.workspace.store.getState()?.files ?? []);
  if (paths.length < 2) return paths[0] ?? null;
  const items = paths.map((path) => ({ id: path, title: path, value: path }));
  return workbench.dialogs.pick({ title, placeholder: 'Scenario', items });
}

function scenarioInFront({ editors }: Workbench): string | null {
  const uri = editors.active();
  if (uri === null) return null;
  const path = parseAddress(uri).path.replace(/^bill\//, '');
  return path.endsWith(suffix) ? path : null;
}

/** Paths of the scenarios, folders within folders. */
export function scenariosIn(files: readonly FileNode[]): readonly string[] {
  return files.flatMap((file) => (file.kind === 'scenario' ? [file.path] : scenariosIn(file.children ?? [])));
}
