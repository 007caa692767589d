import * as nodeFs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { onTestFinished } from 'vitest';
import { silentLog } from '../../main/platform/log.ts';
import { nodePorts, type Ports } from '../../main/platform/ports.ts';
import { openWorkspace } from '../../main/store/workspace.ts';
import type { Workspace } from '../../main/store/workspaceTypes.ts';
import type { Result } from '../../shared/base/result.ts';

/** A fresh folder on the real disk, gone after the test. */
export function freshFolder(): string {
  const folder = nodeFs.realpathSync(nodeFs.mkdtempSync(path.join(os.tmpdir(), 'drawdown-store-')));
  onTestFinished(() => nodeFs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Ports of the real machine with an app folder of the test's own, a silent log and no waiting. */
export function portsIn(home: string, changes: Partial<Ports> = {}): Ports {
  return { ...nodePorts({ DRAWDOWN_HOME: home }), log: silentLog, wait: () => Promise.resolve(), ...changes };
}

/** The value of an outcome that must be one. */
export function valueOf<T, E>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** The code of an outcome that must be a refusal. */
export function refusalOf<T, E extends { readonly code: string }>(result: Result<T, E>): string {
  return result.ok ? `no refusal, but ${JSON.stringify(result.value)}` : result.error.code;
}

/** An open workspace in a fresh folder, closed after the test. */
export async function freshWorkspace(changes: Partial<Ports> = {}): Promise<Workspace> {
  const base = freshFolder();
  const folder = path.join(base, 'acme');
  nodeFs.mkdirSync(folder);
  return openAgain(folder, changes);
}

/** Opens a folder as a workspace, closed after the test. Its app folder lies beside it. */
export async function openAgain(folder: string, changes: Partial<Ports> = {}): Promise<Workspace> {
  const ports = portsIn(path.join(path.dirname(folder), 'home'), changes);
  const workspace = valueOf(await openWorkspace(folder, ports));
  onTestFinished(() => workspace.close());
  return workspace;
}
