import type { Ports } from '../platform/ports.ts';
import { keyRulesFile } from '../store/keyRules.ts';
import { settingsFile } from '../store/settings.ts';
import type { TextFile } from '../store/userFiles/textFile.ts';

/** The files of settings and keys have documents of their own, which no path of a workspace can be: `user:…`, `workspace:…`. */
export function userFileOf(ports: Ports, folder: string | null, document: string): TextFile | null {
  if (document === 'user:settings.json') return settingsFile(ports, folder, 'user');
  if (document === 'workspace:settings.json') return settingsFile(ports, folder, 'workspace');
  return document === 'user:keybindings.json' ? keyRulesFile(ports) : null;
}

/** What a file holds before it is first written. */
export function firstText(document: string): string {
  return document === 'user:keybindings.json' ? '[]\n' : '{}\n';
}
