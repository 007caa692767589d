import type { RpcReturns } from '../../../shared/rpc/table.ts';
import type { UnsavedWork } from '../../../shared/rpc/unsavedMethods.ts';
import { parseAddress } from '../../platform/address.ts';
import type { Documents } from '../../platform/documents.ts';
import type { Shell } from '../shell.ts';
import { groupsOf, openUris } from '../editors/grid.ts';
import type { KeptPlaces } from './createEditorPlaces.ts';
import { createKeeper, type Keeper } from './keeper.ts';
import { defaultLayout } from './layout.ts';
import { readLayout, writeLayout } from './layoutJson.ts';
import { createUnsavedKeeper, workChanged, type UnsavedKeeper } from './unsaved.ts';

/** What the host keeps of a workspace from start to start. */
interface Kept {
  readonly layout: string | null;
  readonly commands: string | null;
  readonly places: string | null;
  readonly work: RpcReturns<'unsaved.list'> | { readonly failure: unknown };
}

type SessionParts = Pick<
  Shell,
  'rpc' | 'layout' | 'editors' | 'editorParts' | 'workspace' | 'output' | 'state' | 'settings' | 'notifications'
> & {
  readonly places: KeptPlaces;
  readonly documents: Documents & { restore(work: UnsavedWork): Promise<void> };
};

const stateTimes = { quietMs: 400, mostMs: 2000, retryMs: 5000 };
const unsavedTimes = { quietMs: 800, mostMs: 3000, retryMs: 5000 };

/** Keeps layout, recent commands and unsaved work with the host, and brings them back. */
export function createSession(parts: SessionParts) {
  const { rpc, layout, documents, state } = parts;
  const unsaved = createUnsavedKeeper(rpc);
  let asked: Promise<Kept> | null = null;
  let paused = true;
  let told = false;
  const tell = (error: unknown): void => {
    // What a lost connection means for the work stands in the banner.
    if (told || state.getState().connection !== 'open') return;
    told = true;
    parts.notifications.failed('Work that is not saved cannot be kept; save it', error);
  };
  const layoutKeeper = stateKeeper(rpc, 'layout', () => writeLayout(layout.getState()));
  const unsavedKeeper = createKeeper(
    async () => {
      if (!paused && !isReadOnly(parts)) await unsaved.keep(Object.values(documents.store.getState().byPath));
      told = false;
    },
    unsavedTimes,
    tell,
  );
  const commandKeeper = stateKeeper(rpc, 'commands', () =>
    JSON.stringify(state.getState().recentCommands.slice(0, 50)),
  );
  const placesKeeper = stateKeeper(rpc, 'places', () => parts.places.write());

  parts.places.onChange(() => paused || placesKeeper.touch());
  layout.subscribe(() => paused || layoutKeeper.touch());
  documents.store.subscribe((now, before) => {
    if (!paused && workChanged(before.byPath, now.byPath)) unsavedKeeper.touch();
  });
  state.subscribe((now, before) => {
    if (!paused && now.recentCommands !== before.recentCommands) commandKeeper.touch();
  });

  async function flush(): Promise<void> {
    await Promise.all([layoutKeeper.flush(), unsavedKeeper.flush(), commandKeeper.flush(), placesKeeper.flush()]);
  }

  return {
    flush,
    /** Whether work that is not saved would be lost if the page ended now. */
    hasWorkToKeep: () => unsavedKeeper.isDue(),
    async leave(): Promise<void> {
      await flush();
      if (unsavedKeeper.isDue()) throw new Error('Work that is not saved cannot be kept: save it first.');
      paused = true;
    },
    stay(): void {
      paused = false;
    },
    /** Asks for what is kept before the workspace is entered: at a start the host is asked for everything at once. */
    ask: () => void (asked = askKept(parts)),
    async enter(): Promise<void> {
      paused = true;
      documents.store.setState({ byPath: {}, failures: {} });
      unsaved.reset();
      const kept = await (asked ?? askKept(parts));
      asked = null;
      parts.places.read(kept.places);
      layout.setState(kept.layout === null ? { ...defaultLayout } : readLayout(kept.layout));
      state.setState({ recentCommands: readWords(kept.commands) });
      if (!isReadOnly(parts)) await restoreUnsaved(parts, unsaved, kept.work);
      if (openUris(layout.getState().grid).length === 0) openFirst(parts, kept.layout === null);
      readWhatShows(parts);
      paused = false;
    },
  };
}

/** Keeps a value with the host as it changes. */
function stateKeeper(rpc: SessionParts['rpc'], key: string, value: () => string): Keeper {
  const task = async () => void (await rpc('state.set', { key, value: value() }));
  return createKeeper(task, stateTimes, () => undefined);
}

/** Unsaved work belongs to whoever may save it: a second window on the folder neither shows nor overwrites it. */
function isReadOnly({ workspace }: SessionParts): boolean {
  return (workspace.store.getState()?.readOnly ?? null) !== null;
}

async function askKept({ rpc }: SessionParts): Promise<Kept> {
  const [layout, commands, places, work] = await Promise.all([
    rpc('state.get', { key: 'layout' }).catch(() => null),
    rpc('state.get', { key: 'commands' }).catch(() => null),
    rpc('state.get', { key: 'places' }).catch(() => null),
    rpc('unsaved.list', {}).catch((error: unknown) => ({ failure: error })),
  ]);
  return { layout, commands, places, work };
}

/** What cannot be brought back now is left as it is kept, for the next start. */
async function restoreUnsaved(parts: SessionParts, unsaved: UnsavedKeeper, kept: Kept['work']): Promise<void> {
  const { documents, output, notifications } = parts;
  try {
    if ('failure' in kept) throw kept.failure;
    for (const fault of kept.faults) notifications.show('warning', fault);
    for (const work of kept.works) {
      await documents.restore(work);
      unsaved.adopt(work.path);
      if (work.text !== null) output.write(`Unsaved work in ${work.path} was brought back.`);
    }
  } catch (error) {
    notifications.failed('Bringing back work that was not saved', error);
  }
}

/** What is in front is read, and its bill computed, while the page is drawn and the code of its editor loads. An editor tells of a failure. */
function readWhatShows({ layout, editors, editorParts, documents, workspace }: SessionParts): void {
  const scenarios = workspace.store.getState()?.files.filter(({ kind }) => kind === 'scenario') ?? [];
  const fronts = groupsOf(layout.getState().grid.root).flatMap(({ front }) => front ?? []);
  for (const uri of fronts) editorParts[parseAddress(uri).scheme]?.preload();
  const shown = new Set(fronts.map((uri) => editors.documentOf(uri)));
  for (const { path } of scenarios) if (shown.has(path)) documents.open(path).catch(() => undefined);
}

/** Where nothing is open: the first scenario of a workspace seen for the first time, else the page at start-up. */
function openFirst({ workspace, editors, settings }: SessionParts, isNew: boolean): void {
  const first = isNew && workspace.store.getState()?.files.find((file) => file.kind === 'scenario');
  if (first) editors.openFile(first.path, { pinned: true });
  else if (settings.getState().startPage === 'welcome') editors.open('welcome:');
}

function readWords(text: string | null): readonly string[] {
  try {
    const list: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(list) ? list.filter((item): item is string => typeof item === 'string') : [];
  } catch {
    return [];
  }
}
