import { z } from 'zod';
import type { Result } from '../../shared/base/result.ts';
import type { Settings } from '../../shared/rpc/views.ts';
import type { Ports } from '../platform/ports.ts';
import { changeAppJson, readAppJson, type AppJson } from './appJson.ts';
import { attempt } from './attempt.ts';
import type { StoreError } from './storeError.ts';

const file: AppJson<Settings> = {
  name: 'settings.json',
  // Loose: what a newer version wrote is kept.
  schema: z.looseObject({ theme: z.enum(['light', 'dark', 'system']), zoom: z.number().min(-3).max(5) }),
  first: { theme: 'system', zoom: 0 },
};

/** The user's settings. Where the file is damaged: the first settings, and what is wrong with it. */
export function readSettings(
  ports: Ports,
): Promise<Result<{ readonly settings: Settings; readonly damage: string | null }, StoreError>> {
  return attempt(file.name, async () => {
    const { value, damage } = await readAppJson(ports, file);
    return { settings: plain(value), damage };
  });
}

/** Changes some settings and gives them all. */
export function changeSettings(ports: Ports, patch: Partial<Settings>): Promise<Result<Settings, StoreError>> {
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  return attempt(file.name, async () =>
    plain(await changeAppJson(ports, file, (settings) => ({ ...settings, ...given }))),
  );
}

function plain({ theme, zoom }: Settings): Settings {
  return { theme, zoom };
}
