import type { Documents } from '../../platform/documents.ts';
import type { Shell } from '../shell.ts';
import { openUris } from '../editors/grid.ts';
import { readBackups, writeBackups } from './backups.ts';
import { createKeeper } from './keeper.ts';
import { defaultLayout } from './layout.ts';
import { readLayout, writeLayout } from './layoutJson.ts';

type SessionParts = Pick<Shell, 'rpc' | 'layout' | 'editors' | 'workspace' | 'output' | 'state'> & {
  readonly documents: Documents & { restore(path: string, text: string, sha256: string | null): Promise<void> };
};

/** Keeps layout, recent commands and unsaved work with the host, and brings them back. */
export function createSession(parts: SessionParts) {
  const { rpc, layout, documents, state } = parts;
  let paused = true;
  const layoutKeeper = createKeeper(async () => {
    await rpc('state.set', { key: 'layout', value: writeLayout(layout.getState()) });
  }, 400);
  const backupKeeper = createKeeper(async () => {
    if (isReadOnly(parts)) return;
    await writeBackups(rpc, Object.values(documents.store.getState().byPath));
  }, 800);
  const commandKeeper = createKeeper(async () => {
    const value = JSON.stringify(state.getState().recentCommands.slice(0, 50));
    await rpc('state.set', { key: 'commands', value });
  }, 400);

  layout.subscribe(() => paused || layoutKeeper.touch());
  documents.store.subscribe((now, before) => {
    if (!paused && now.byPath !== before.byPath) backupKeeper.touch();
  });
  state.subscribe((now, before) => {
    if (!paused && now.recentCommands !== before.recentCommands) commandKeeper.touch();
  });

  async function flush(): Promise<void> {
    await Promise.all([layoutKeeper.flush(), backupKeeper.flush(), commandKeeper.flush()]);
  }

  return {
    flush,
    async leave(): Promise<void> {
      await flush();
      paused = true;
    },
    stay(): void {
      paused = false;
    },
    async enter(): Promise<void> {
      paused = true;
      documents.store.setState({ byPath: {}, failures: {} });
      const kept = await rpc('state.get', { key: 'layout' }).catch(() => null);
      layout.setState(kept === null ? { ...defaultLayout } : readLayout(kept));
      state.setState({ recentCommands: readWords(await rpc('state.get', { key: 'commands' }).catch(() => null)) });
      if (!isReadOnly(parts)) await restoreBackups(parts);
      if (openUris(layout.getState().grid).length === 0 && kept === null) openFirst(parts);
      paused = false;
    },
  };
}

/** Unsaved work belongs to whoever may save it: a second window on the folder neither shows nor overwrites it. */
function isReadOnly({ workspace }: SessionParts): boolean {
  return (workspace.store.getState()?.readOnly ?? null) !== null;
}

async function restoreBackups({ rpc, documents, output }: SessionParts): Promise<void> {
  for (const { path, text, sha256 } of await readBackups(rpc).catch(() => [])) {
    await documents.restore(path, text, sha256);
    output.write(`Unsaved work in ${path} was brought back.`);
  }
}

/** A workspace seen for the first time shows its first scenario, or the welcome page. */
function openFirst({ workspace, editors }: SessionParts): void {
  const first = workspace.store.getState()?.files.find((file) => file.kind === 'scenario');
  if (first) editors.openFile(first.path, { pinned: true });
  else editors.open('welcome:');
}

function readWords(text: string | null): readonly string[] {
  try {
    const list: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(list) ? list.filter((item): item is string => typeof item === 'string') : [];
  } catch {
    return [];
  }
}
