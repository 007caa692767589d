import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemProcesses } from '../../../main/platform/processes.ts';
import { readDocument, saveDocument } from '../../../main/store/document.ts';
import { workspaceFiles } from '../../../main/store/files.ts';
import { verifyLedger } from '../../../main/store/ledgerVerifier.ts';
import { writeLedger } from '../../../main/store/ledgerWriter.ts';
import { openWorkspace } from '../../../main/store/workspace.ts';
import type { Workspace } from '../../../main/store/workspaceTypes.ts';
import { faultyFs } from '../../support/faultyFs.ts';
import { usesOfOneCredit } from '../../support/ledgerRows.ts';
import { freshFolder, openAgain, portsIn, valueOf } from '../../support/storeOnDisk.ts';

const name = 'acme.scenario.json';
const system = systemProcesses();
const deadPid = 2 ** 22 + 7;
const processes = { ...system, self: { ...system.self, pid: deadPid, started: '1' } };

/** A workspace of a process that stops for ever at the given operation, counted from when it was opened. */
async function dyingWorkspace() {
  const folder = path.join(freshFolder(), 'acme');
  fs.mkdirSync(folder);
  fs.writeFileSync(path.join(folder, name), 'old');
  const state = { diesAt: Infinity, asked: 0, died: () => {} };
  const { fs: faulty } = faultyFs({});
  const dying = new Proxy(faulty, {
    get: (target, key: keyof typeof faulty) => {
      return async (...args: never[]) => {
        state.asked += 1;
        if (state.asked >= state.diesAt) {
          state.died();
          await new Promise(() => {});
        }
        return (target[key] as (...args: never[]) => unknown)(...args);
      };
    },
  });
  const ports = portsIn(path.join(path.dirname(folder), 'home'), { fs: dying, processes });
  const workspace = valueOf(await openWorkspace(folder, ports));
  state.asked = 0;
  return { folder, workspace, state };
}

/** Runs a piece of work until it is done, or until its process died at the step. */
async function untilDead(step: number, work: (workspace: Workspace) => Promise<unknown>) {
  const { folder, workspace, state } = await dyingWorkspace();
  const death = new Promise<'died'>((resolve) => (state.died = () => resolve('died')));
  state.diesAt = step;
  const end = await Promise.race([work(workspace).then(() => 'done' as const), death]);
  return { folder, end };
}

async function save(workspace: Workspace): Promise<void> {
  const { sha256 } = valueOf(await readDocument(workspace, name));
  valueOf(await saveDocument(workspace, { path: name, text: 'new text', expected: sha256 }));
}

describe('a process that dies at any step (F1)', () => {
  it('of a save leaves the old or the new text, and the next start cleans up', async () => {
    for (let step = 1; ; step++) {
      const { folder, end } = await untilDead(step, save);
      const next = await openAgain(folder);
      expect(next.readOnly).toBeNull();
      expect(['old', 'new text']).toContain(valueOf(await readDocument(next, name)).text);
      expect(fs.readdirSync(folder).filter((file) => file !== '.drawdown')).toEqual([name]);
      await save(next);
      expect(valueOf(await readDocument(next, name)).text).toBe('new text');
      await next.close();
      if (end === 'done') return expect(step).toBeGreaterThan(20);
    }
  });

  it('of writing a ledger leaves the whole ledger or none', async () => {
    const about = { path: 'a.ledger', name: 'A', currency: 'USD', engine: '1', policy: '1', scenario: {} };
    for (let step = 1; ; step++) {
      const { folder, end } = await untilDead(step, (workspace) =>
        writeLedger(workspace, { ...about, rows: usesOfOneCredit(3) }),
      );
      const next = await openAgain(folder);
      const ledgers = valueOf(await workspaceFiles(next)).filter(({ kind }) => kind === 'ledger');
      for (const { path } of ledgers) expect(valueOf(await verifyLedger(next, path, null)).status).toBe('intact');
      expect(fs.readdirSync(folder).filter((file) => file.endsWith('.tmp'))).toEqual([]);
      await next.close();
      if (end === 'done') {
        expect(ledgers.length).toBe(1);
        return expect(step).toBeGreaterThan(20);
      }
    }
  });

  it('leaves what is not certainly its own, and says so', async () => {
    const folder = path.join(freshFolder(), 'acme');
    fs.mkdirSync(folder);
    const own = `.a.json.${process.pid}.${'0'.repeat(32)}.tmp`;
    const replacing = `.empty.json.${deadPid}.${'0'.repeat(32)}.tmp`;
    for (const file of [own, replacing, '.other.tmp', 'empty.json']) fs.writeFileSync(path.join(folder, file), '');
    const workspace = await openAgain(folder);
    expect([...workspace.leftovers].sort()).toEqual([own, replacing].sort());
    expect(fs.readdirSync(folder)).toContain('.other.tmp');
  });
});
