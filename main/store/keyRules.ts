import * as nodePath from 'node:path';
import type { Result } from '../../shared/base/result.ts';
import type { KeyRulesView } from '../../shared/rpc/views.ts';
import type { Ports } from '../platform/ports.ts';
import { attempt, refuse } from './attempt.ts';
import type { StoreError } from './storeError.ts';
import { decodeKeyRules, editKeyRules, type NewKeyRule } from './userFiles/keyRulesText.ts';
import { changeTextFile, readTextFile, type TextFile } from './userFiles/textFile.ts';

/** The user's own keys, in the app's folder. */
export function keyRulesFile(ports: Ports): TextFile {
  return { document: 'user:keybindings.json', absolute: nodePath.join(ports.appFolder, 'keybindings.json') };
}

/** The rules that can be taken, and what is wrong with the file. */
export function readKeyRules(ports: Ports): Promise<Result<KeyRulesView, StoreError>> {
  return attempt('keybindings.json', async () => {
    const file = keyRulesFile(ports);
    const { text } = await readTextFile(ports, file);
    return { file: file.absolute, ...(text === null ? { rules: [], problems: [] } : decodeKeyRules(text)) };
  });
}

/** Puts rules in the place of all that the file says of a command. A file that is no list is left as it is, and the change refused. */
export function changeKeyRules(
  ports: Ports,
  command: string,
  rules: readonly NewKeyRule[],
): Promise<Result<null, StoreError>> {
  return attempt('keybindings.json', async () => {
    const file = keyRulesFile(ports);
    await changeTextFile(ports, file, (text) => {
      const next = editKeyRules(text, command, rules);
      if (next === null) refuse('damaged', file.absolute, 'it is not JSON as it stands: correct it first');
      return next;
    });
    return null;
  });
}
