import { z } from 'zod';
import type { Result } from '../../shared/base/result.ts';
import type { Ports } from '../platform/ports.ts';
import { sha256Text } from '../platform/sha256.ts';
import { changeAppJson, readAppJson, type AppJson } from './appJson.ts';
import { attempt } from './attempt.ts';
import type { StoreError } from './storeError.ts';

type State = { readonly entries: readonly (readonly [string, string])[] };

/** Opaque state of the workbench, by the real folder of its workspace. Pairs, not members: keys come from outside. */
function fileOf(folder: string): AppJson<State> {
  return {
    name: `state/${sha256Text(folder).slice(0, 16)}.json`,
    schema: z.object({ entries: z.array(z.tuple([z.string(), z.string()])) }),
    first: { entries: [] },
  };
}

/** What was kept under a key, or null. `folder` is empty where no workspace is open. */
export function readState(ports: Ports, folder: string, key: string): Promise<Result<string | null, StoreError>> {
  return attempt('state', async () => {
    const { value } = await readAppJson(ports, fileOf(folder));
    return new Map(value.entries).get(key) ?? null;
  });
}

/** One value to keep. */
export interface StateToKeep {
  readonly folder: string;
  readonly key: string;
  readonly value: string;
}

/** Keeps a value under a key. */
export function writeState(ports: Ports, { folder, key, value }: StateToKeep): Promise<Result<null, StoreError>> {
  return attempt('state', async () => {
    await changeAppJson(ports, fileOf(folder), ({ entries }) => ({
      entries: [...new Map(entries).set(key, value)],
    }));
    return null;
  });
}
