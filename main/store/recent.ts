import { z } from 'zod';
import type { Result } from '../../shared/base/result.ts';
import type { Ports } from '../platform/ports.ts';
import { changeAppJson, readAppJson, type AppJson } from './appJson.ts';
import { attempt } from './attempt.ts';
import type { StoreError } from './storeError.ts';

interface Recent {
  readonly folders: readonly string[];
  /** The newest was closed by hand, and not left open at the end. */
  readonly closed: boolean;
}

const file: AppJson<Recent> = {
  name: 'recent.json',
  schema: z.object({ folders: z.array(z.string()), closed: z.boolean().default(false) }),
  first: { folders: [], closed: false },
};
const mostKept = 20;

/** Folders opened before, newest first. */
export function recentFolders(ports: Ports): Promise<Result<readonly string[], StoreError>> {
  return attempt(file.name, async () => (await readAppJson(ports, file)).value.folders);
}

/** The folder that was open at the end of the run before; null where it had been closed, or none was. */
export function folderLeftOpen(ports: Ports): Promise<Result<string | null, StoreError>> {
  return attempt(file.name, async () => {
    const { folders, closed } = (await readAppJson(ports, file)).value;
    return closed ? null : (folders[0] ?? null);
  });
}

/** Keeps that the newest folder was closed by hand. */
export function rememberClosed(ports: Ports): Promise<Result<null, StoreError>> {
  return attempt(file.name, async () => {
    await changeAppJson(ports, file, (recent) => ({ ...recent, closed: true }));
    return null;
  });
}

/** Puts a folder first among the recent ones. */
export function rememberFolder(ports: Ports, folder: string): Promise<Result<readonly string[], StoreError>> {
  return attempt(file.name, async () => {
    const { folders } = await changeAppJson(ports, file, (recent) => ({
      folders: [folder, ...recent.folders.filter((other) => other !== folder)].slice(0, mostKept),
      closed: false,
    }));
    return folders;
  });
}
