import * as nodePath from 'node:path';
import type { HostPorts } from './hostPorts.ts';

/** A folder to open as the workspace, and the file in it that was meant, by its path in the folder. */
export interface PlaceToOpen {
  readonly folder: string;
  readonly file: string | null;
}

/** Of a file, the folder that is open already where the file lies in it, else the folder around it. Anything else is left to be refused. */
export async function placeToOpen({ fs }: HostPorts, place: string, open: string | null): Promise<PlaceToOpen> {
  const real = await fs.realpath(place).catch(() => null);
  const found = real === null ? null : await fs.stat(real).catch(() => null);
  if (real === null || !found?.isFile()) return { folder: place, file: null };
  const inOpen = open === null ? null : nodePath.relative(open, real);
  const isInside = inOpen !== null && !inOpen.startsWith('..') && !nodePath.isAbsolute(inOpen);
  const folder = isInside ? open! : nodePath.dirname(real);
  return { folder, file: nodePath.relative(folder, real).split(nodePath.sep).join('/') };
}
