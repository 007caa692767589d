import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { storeErrorOf } from '../store/attempt.ts';
import { describeStoreError, type StoreError } from '../store/storeError.ts';
import { openWorkspace } from '../store/workspace.ts';
import type { Workspace } from '../store/workspaceTypes.ts';
import { cliPorts } from './cliPorts.ts';
import { exitCode, type CommandIo } from './command.ts';
import { plainText } from './plainText.ts';

/** A file or ledger named on the command line: the folder around it, opened for reading only, and its name there. */
export interface Beside {
  readonly workspace: Workspace;
  readonly name: string;
}

/** Opens the folder of a path, links followed; or tells why not and gives the exit code. */
export async function openBeside(file: string, io: CommandIo): Promise<Beside | { readonly exit: number }> {
  const full = await realpath(path.resolve(io.cwd, file)).catch((error: unknown) => storeErrorOf(error, file));
  if (typeof full !== 'string') return failed(full, io);
  const opened = await openWorkspace(path.dirname(full), cliPorts(), { access: 'read' });
  return opened.ok ? { workspace: opened.value, name: path.basename(full) } : failed(opened.error, io);
}

/** Tells a refusal of the store in one line; what is wrong with the content is bad input, the rest is I/O. */
export function failed(error: StoreError, io: CommandIo): { readonly exit: number } {
  io.stderr(`${plainText(describeStoreError(error))}\n`);
  const ofContent = error.code === 'encoding' || error.code === 'too-large' || error.code === 'damaged';
  return { exit: ofContent ? exitCode.badInput : exitCode.ioFailure };
}
