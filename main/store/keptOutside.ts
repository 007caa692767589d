import * as nodePath from 'node:path';
import type { Ports } from '../platform/ports.ts';
import { sha256Text } from '../platform/sha256.ts';

/** Where the app keeps unsaved work of a folder, outside of it; the real folder, or empty where none is open. */
export function unsavedFolder(ports: Ports, folder: string): string {
  return nodePath.join(ports.appFolder, 'unsaved', sha256Text(folder).slice(0, 16));
}

/** Where the app keeps backups of a folder's documents, outside of it. */
export function backupsFolder(ports: Ports, folder: string): string {
  return nodePath.join(ports.appFolder, 'backups', sha256Text(folder).slice(0, 16));
}

/** All that the app keeps of a folder outside of it. */
export function keptOutside(ports: Ports, folder: string): readonly string[] {
  return [unsavedFolder(ports, folder), backupsFolder(ports, folder)];
}
