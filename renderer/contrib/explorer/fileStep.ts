import { parseAddress } from '../../platform/address.ts';
import { messageOf } from '../../platform/messageOf.ts';
import type { Workbench } from '../../platform/workbench.ts';
import { isUnder } from './paths.ts';

/** One thing done to files, all at once, that can be undone by another one. */
export type FileStep =
  | { readonly kind: 'move'; readonly moves: readonly { readonly path: string; readonly to: string }[] }
  | { readonly kind: 'trash'; readonly paths: readonly string[] }
  | { readonly kind: 'restore'; readonly items: readonly { readonly path: string; readonly trashed: string }[] };

/** What became of a step: what undoes what was done, or null, and why the rest was not. */
export interface TakenStep {
  readonly back: FileStep | null;
  readonly done: number;
  readonly failed: readonly string[];
}

/** Does a step, file by file; one that is refused does not keep the others. */
export async function takeStep(workbench: Workbench, step: FileStep): Promise<TakenStep> {
  switch (step.kind) {
    case 'move': {
      const { done, failed } = await each(step.moves, (move) => moveOne(workbench, move));
      const back = done.map(({ path, to }) => ({ path: to, to: path })).toReversed();
      return { back: done.length > 0 ? { kind: 'move', moves: back } : null, done: done.length, failed };
    }
    case 'trash': {
      const { done, failed } = await each(step.paths, (path) => trashOne(workbench, path));
      return { back: done.length > 0 ? { kind: 'restore', items: done } : null, done: done.length, failed };
    }
    case 'restore': {
      const { done, failed } = await each(step.items, (item) => workbench.rpc('file.restore', item));
      const paths = done.map(({ path }) => path);
      return { back: done.length > 0 ? { kind: 'trash', paths } : null, done: done.length, failed };
    }
  }
}

/** What was done, and why the rest was not. Null of a piece: the user kept it as it is. */
async function each<T, R>(items: readonly T[], work: (item: T) => Promise<R | null>) {
  const done: R[] = [];
  const failed: string[] = [];
  for (const item of items) {
    try {
      const result = await work(item);
      if (result !== null) done.push(result);
    } catch (error) {
      failed.push(messageOf(error));
    }
  }
  return { done, failed };
}

async function moveOne(workbench: Workbench, { path, to }: { readonly path: string; readonly to: string }) {
  if (!(await saved(workbench, path))) return null;
  const { path: now } = await workbench.rpc('file.move', { path, to });
  for (const uri of openOf(workbench, path)) {
    const address = parseAddress(uri);
    workbench.editors.replace(uri, `${address.scheme}:${now}${address.path.slice(path.length)}`);
  }
  forget(workbench, path);
  return { path, to: now };
}

async function trashOne(workbench: Workbench, path: string) {
  for (const uri of openOf(workbench, path)) if (!(await workbench.editors.close(uri))) return null;
  const { trashed } = await workbench.rpc('file.trash', { path });
  forget(workbench, path);
  return { path, trashed };
}

/** Unsaved work is saved before its file is moved or copied; false: it could not be. */
export async function saved({ documents }: Workbench, path: string): Promise<boolean> {
  for (const document of Object.values(documents.store.getState().byPath))
    if (document.dirty && isUnder(document.path, path) && !(await documents.save(document.path))) return false;
  return true;
}

function openOf({ editors }: Workbench, path: string): readonly string[] {
  return editors.all().filter((uri) => isUnder(parseAddress(uri).path, path));
}

function forget({ documents }: Workbench, path: string): void {
  for (const open of Object.keys(documents.store.getState().byPath)) if (isUnder(open, path)) documents.close(open);
}
