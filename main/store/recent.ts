import { z } from 'zod';
import type { Result } from '../../shared/base/result.ts';
import type { Ports } from '../platform/ports.ts';
import { changeAppJson, readAppJson, type AppJson } from './appJson.ts';
import { attempt } from './attempt.ts';
import type { StoreError } from './storeError.ts';

const file: AppJson<{ folders: string[] }> = {
  name: 'recent.json',
  schema: z.object({ folders: z.array(z.string()) }),
  first: { folders: [] },
};
const mostKept = 20;

/** Folders opened before, newest first. */
export function recentFolders(ports: Ports): Promise<Result<readonly string[], StoreError>> {
  return attempt(file.name, async () => (await readAppJson(ports, file)).value.folders);
}

/** Puts a folder first among the recent ones. */
export function rememberFolder(ports: Ports, folder: string): Promise<Result<readonly string[], StoreError>> {
  return attempt(file.name, async () => {
    const { folders } = await changeAppJson(ports, file, (recent) => ({
      folders: [folder, ...recent.folders.filter((other) => other !== folder)].slice(0, mostKept),
    }));
    return folders;
  });
}
