import { url as inspectorAddress } from 'node:inspector';
import { statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { App } from 'electron';

interface AppArguments {
  /** As the process got them. */
  readonly argv: readonly string[];
  /** An app that is not packaged is named after Electron's own program. */
  readonly packaged: boolean;
  readonly folder: string;
}

/**
 * The folder or file to open: the first argument that is one. Desktops give a file that is double-clicked by its `file:` address;
 * other addresses, and switches, are passed over.
 */
export function placeArgument({ argv, packaged, folder }: AppArguments): string | null {
  const given = argv.slice(packaged ? 1 : 2).filter((arg) => !arg.startsWith('-'));
  return given.flatMap((arg) => pathOf(arg, folder)).find(isPlace) ?? null;
}

/** Files of other machines are not asked for: to look at one would already greet it. */
function pathOf(arg: string, folder: string): readonly string[] {
  if (!/^[a-z][a-z0-9+.-]+:/i.test(arg)) return [path.resolve(folder, arg)];
  if (!/^file:\/\/\/(?!\/)/i.test(arg)) return [];
  try {
    return [fileURLToPath(arg)];
  } catch {
    return [];
  }
}

function isPlace(place: string): boolean {
  if (place.includes('\0')) return false;
  const found = statSync(place, { throwIfNoEntry: false });
  return found !== undefined && (found.isDirectory() || found.isFile());
}

/** Switches that open the app to other programs or take its walls down. */
export const dangerousSwitches: readonly string[] = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'no-sandbox',
  'disable-web-security',
  'disable-site-isolation-trials',
  'load-extension',
  'js-flags',
];

/**
 * The first dangerous switch that a packaged app was started with. A build that lets Node's inspector in is a test build (a fuse
 * of the release turns that off), and takes them.
 */
export function refusedSwitch(app: Pick<App, 'isPackaged' | 'commandLine'>): string | null {
  if (!app.isPackaged || inspectorAddress() !== undefined) return null;
  return dangerousSwitches.find((name) => app.commandLine.hasSwitch(name)) ?? null;
}
