import { systemProcesses } from '../../main/platform/processes.ts';
import type { Ports } from '../../main/platform/ports.ts';
import { listBackups, readBackup } from '../../main/store/backups.ts';
import { readDocument, saveDocument } from '../../main/store/document.ts';
import { workspaceFiles } from '../../main/store/files.ts';
import { verifyLedger } from '../../main/store/ledgerVerifier.ts';
import { writeLedger } from '../../main/store/ledgerWriter.ts';
import { writeNewFile } from '../../main/store/newFile.ts';
import { changeSettings, readSettings } from '../../main/store/settings.ts';
import { keepUnsaved, listUnsaved } from '../../main/store/unsavedWork.ts';
import { openWorkspace } from '../../main/store/workspace.ts';
import type { Workspace } from '../../main/store/workspaceTypes.ts';
import type { FileNode } from '../../shared/rpc/views.ts';
import type { Fs } from '../../main/platform/fs.ts';
import { memoryDisk, type Image } from './memoryDisk.ts';
import { usesOfOneCredit } from './ledgerRows.ts';
import { portsIn, valueOf } from './storeOnDisk.ts';

/** One piece of work of the store, done once for each step, and how a later start sees how far it came. */
export interface StoreWork {
  readonly title: string;
  /** Does step `step`, from 1 on. True: acknowledged as done and durable. Throws where it was refused. */
  act(workspace: Workspace, step: number): Promise<boolean>;
  /** How many steps are there, each of them whole; throws where something is there that no step left. */
  stepsSeen(workspace: Workspace): Promise<number>;
}

/** The folder of the workspace on a disk in memory. */
export const workFolder = '/acme';

const encoded = new TextEncoder();
const name = 'acme.scenario.json';
const textOf = (step: number) => `{"version":${step},"filler":"${'x'.repeat(200 * step)}"}`;

let homes = 0;

/** A name for the app's own folder, another one each time. */
export function freshHome(): string {
  homes += 1;
  return `home-${homes}`;
}

/** A disk with a first version of everything in place. */
export function usedImage(home: string): Image {
  return {
    acme: { [name]: encoded.encode(textOf(0)) },
    [home]: { 'settings.json': encoded.encode('{"theme":"light","zoom":0}') },
  };
}

/** A disk before any work. */
export function emptyImage(home: string): Image {
  return { acme: {}, [home]: {} };
}

/** A start of the app on some disk. */
export interface Start {
  readonly fs: Fs;
  readonly home: string;
  /** Tells processes apart; each is gone by the time that the next one looks. */
  readonly process: number;
}

const system = systemProcesses();

/**
 * The next start on what is left of a disk. The app's own folder gets another name: a process that ended in mid-work holds
 * its queue for that folder for ever, and in a test it is this same process.
 */
export function nextStart(image: Image, home: string): Start {
  const { [home]: own = {}, ...rest } = image;
  const name = freshHome();
  return { fs: memoryDisk({ ...rest, [name]: own }).fs, home: name, process: 2 };
}

/** Opens the workspace of a disk for writing. */
export async function openOn(start: Start): Promise<Workspace> {
  const workspace = valueOf(await openWorkspace(workFolder, portsOn(start)));
  if (workspace.readOnly !== null) throw new Error(`opened read-only: ${workspace.readOnly}`);
  return workspace;
}

/** Ports of a start. */
export function portsOn({ fs, home, process }: Start): Ports {
  const processes = { ...system, self: { ...system.self, pid: 2 ** 22 + process, started: '1' } };
  return { ...portsIn(`/${home}`), fs, processes };
}

async function textThere(workspace: Workspace): Promise<string | null> {
  const read = await readDocument(workspace, name);
  if (!read.ok && read.error.code === 'missing') return null;
  return valueOf(read).text;
}

function stepOf(text: string | null): number {
  if (text === null) return 0;
  const { version } = JSON.parse(text) as { version: number };
  if (text !== textOf(version)) throw new Error(`no version that was saved: ${text}`);
  return version;
}

async function save(workspace: Workspace, text: string): Promise<boolean> {
  const read = await readDocument(workspace, name);
  const expected = !read.ok && read.error.code === 'missing' ? null : valueOf(read).sha256;
  const outcome = valueOf(await saveDocument(workspace, { path: name, text, expected }));
  if (!outcome.saved) throw new Error('a conflict with nobody');
  return outcome.durable;
}

async function flatFiles(workspace: Workspace): Promise<readonly FileNode[]> {
  const flat = (nodes: readonly FileNode[]): FileNode[] =>
    nodes.flatMap((node) => [node, ...flat(node.children ?? [])]);
  return flat(valueOf(await workspaceFiles(workspace)));
}

async function mustHaveBackup(workspace: Workspace, text: string): Promise<void> {
  const [newest] = valueOf(await listBackups(workspace, name));
  if (!newest || valueOf(await readBackup(workspace, newest)) !== text)
    throw new Error('the version before is not kept');
}

/** Every kind of writing that the store does. */
export const storeWorks: readonly StoreWork[] = [
  {
    title: 'saving a document',
    act: (workspace, step) => save(workspace, textOf(step)),
    async stepsSeen(workspace) {
      const seen = stepOf(await textThere(workspace));
      if (seen > 1) await mustHaveBackup(workspace, textOf(seen - 1));
      return seen;
    },
  },
  {
    title: 'restoring a backup',
    async act(workspace, step) {
      if ((await textThere(workspace)) === null || step === 1) return save(workspace, textOf(step));
      // The version before, found in the ring, becomes the newest; the one that it replaces is kept there.
      const replaced = await textThere(workspace);
      await save(workspace, textOf(step));
      const backups = valueOf(await listBackups(workspace, name));
      if (valueOf(await readBackup(workspace, backups[0]!)) !== replaced)
        throw new Error('the version before is not kept');
      await save(workspace, replaced!);
      const undo = valueOf(await listBackups(workspace, name));
      return save(workspace, valueOf(await readBackup(workspace, undo[0]!)));
    },
    stepsSeen: async (workspace) => stepOf(await textThere(workspace)),
  },
  {
    title: 'changing settings',
    async act({ ports }, step) {
      valueOf(await changeSettings(ports, null, [{ where: 'user', id: 'zoom', value: step }]));
      return true;
    },
    async stepsSeen({ ports }) {
      const { settings, user } = valueOf(await readSettings(ports, null));
      if (user.problems.length > 0) throw new Error(JSON.stringify(user.problems));
      return settings.zoom;
    },
  },
  {
    title: 'an entry of the history',
    async act({ history }, step) {
      valueOf(await history.append({ kind: 'note', note: { step, text: 'x'.repeat(100) } }));
      return true;
    },
    async stepsSeen({ history }) {
      const steps = valueOf(await history.entries()).map(({ note }) => (note as { step: number }).step);
      // An entry that was refused but is there is followed by the one of the next try.
      if (steps.some((step, index) => index > 0 && step < steps[index - 1]!))
        throw new Error(`out of order: ${steps.join()}`);
      return steps.at(-1) ?? 0;
    },
  },
  {
    title: 'writing a ledger',
    async act(workspace, step) {
      const about = { name: 'A', currency: 'USD', engine: '1', policy: '1', scenario: { step } };
      valueOf(await writeLedger(workspace, { ...about, path: 'a.ledger', rows: usesOfOneCredit(3) }));
      return true;
    },
    async stepsSeen(workspace) {
      const ledgers = (await flatFiles(workspace)).filter(({ kind }) => kind === 'ledger');
      for (const { path } of ledgers) {
        const { status, message } = valueOf(await verifyLedger(workspace, path, null));
        if (status !== 'intact') throw new Error(`${path} is listed and ${status}: ${message}`);
      }
      return ledgers.length;
    },
  },
  {
    title: 'keeping work that is not saved',
    async act({ ports, folder }, step) {
      const work = { path: name, text: textOf(step), sha256: null, undo: [], redo: [] };
      valueOf(await keepUnsaved({ ports, folder }, work));
      return true;
    },
    async stepsSeen({ ports, folder }) {
      const { works, faults } = valueOf(await listUnsaved({ ports, folder }));
      if (faults.length > 0) throw new Error(faults.join());
      return stepOf(works[0]?.text ?? null);
    },
  },
  {
    title: 'a new file',
    async act(workspace, step) {
      const chunks = [encoded.encode('at,credits\n'), encoded.encode('2026-01-01,1\n')];
      return valueOf(await writeNewFile(workspace, { path: `usage/${step}.csv`, chunks })).durable;
    },
    async stepsSeen(workspace) {
      const files = (await flatFiles(workspace)).filter(({ kind }) => kind === 'usage');
      for (const { path, bytes } of files) if (bytes !== 24) throw new Error(`${path} has ${bytes} bytes`);
      return files.length;
    },
  },
];
