import * as nodePath from 'node:path';
import type { Diagnostic } from '../../shared/base/diagnostic.ts';
import { formatPath } from '../../shared/base/jsonPath.ts';
import { err, ok, type Result } from '../../shared/base/result.ts';
import type { Scenario, ScenarioFile } from '../../shared/scenario/scenario.ts';
import { usageFileReader } from '../../shared/scenario/usageFile.ts';
import type { UsageFileRows } from '../../shared/scenario/usageFileRows.ts';
import { createSharedWork } from './sharedWork.ts';
import type { ScenarioThreads } from './threads/scenarioThreads.ts';
import { sha256Stream } from '../platform/sha256.ts';
import { attempt } from '../store/attempt.ts';
import { locateFile } from '../store/locateFile.ts';
import { readChunks } from '../store/readBytes.ts';
import { describeStoreError, StoreFailure, type StoreError } from '../store/storeError.ts';
import { textStream } from '../store/textStream.ts';
import type { Workspace } from '../store/workspaceTypes.ts';

/** A usage file of a scenario, by its place in the document. */
export interface UsageFileWanted {
  readonly file: ScenarioFile;
  readonly index: number;
  readonly scenario: Pick<Scenario, 'zone' | 'json'>;
  /** Once it is aborted the answer comes at once, and is none. */
  readonly signal?: AbortSignal | undefined;
  /** Told where reading takes its time. */
  readonly tell?: ((step: string) => void) | undefined;
}

/** Reads one usage file of a scenario: its rows, or what is wrong with it. */
export interface ReadUsage {
  (wanted: UsageFileWanted): Promise<Result<UsageFileRows, readonly Diagnostic[]>>;
  /** Where a large scenario is run; none: where it is asked for. */
  readonly threads?: ScenarioThreads | undefined;
}

/** Reads usage files, and keeps what it read for as long as the files stay as they are: typing must not read them anew. */
export interface UsageFiles {
  /** A reader of the files beside one scenario of a workspace. */
  reader(workspace: Workspace, scenarioPath: string): ReadUsage;
  clear(): void;
}

interface ReadFile {
  readonly sha256: string;
  readonly rows: UsageFileRows;
  readonly diagnostics: readonly Diagnostic[];
}

interface KeptFile extends ReadFile {
  readonly stamp: string;
}

const mostKept = 16;
const largestFile = 2 * 1024 ** 3;
/** A file changed this short ago may change again within one tick of the disk's clock. */
const unsettledMs = 2000;

/** Larger ones take their time, which is told. */
const largeFile = 5_000_000;

export function createUsageFiles(threads?: ScenarioThreads): UsageFiles {
  const kept = new Map<string, KeptFile>();
  const reading = createSharedWork<ReadFile | null>();
  const read = async (workspace: Workspace, path: string, wanted: UsageFileWanted): Promise<ReadFile | null> => {
    const { fs, clock, steady } = workspace.ports;
    const located = await locateFile(workspace, path);
    if (!located.ok) throw new StoreFailure(located.error);
    const { absolute, bytes } = located.value;
    if (bytes > largestFile) {
      throw new StoreFailure({ code: 'too-large', path, cause: 'size', bytes, limit: largestFile });
    }
    const { size, mtimeMs } = await fs.stat(absolute);
    const key = [absolute, wanted.file.path, wanted.scenario.zone.id].join('\n');
    const stamp = `${size} ${mtimeMs}`;
    const keep = (file: KeptFile): ReadFile => {
      kept.delete(key);
      if (clock.now() - mtimeMs > unsettledMs) kept.set(key, file);
      for (const oldest of kept.keys()) if (kept.size > mostKept) kept.delete(oldest);
      return file;
    };
    const known = kept.get(key);
    if (known?.stamp === stamp) return keep(known);
    if (size > largeFile) wanted.tell?.(`Reading ${wanted.file.path}`);
    const begin = (isWanted: () => boolean) => readFile(workspace, absolute, { ...wanted, isWanted });
    const file = await reading.join(`${key}\n${stamp}`, begin, { signal: wanted.signal, clock: steady });
    return file && keep({ ...file, stamp });
  };
  const reader = (workspace: Workspace, scenarioPath: string): ReadUsage => {
    const readOne = async (wanted: UsageFileWanted) => {
      const path = nodePath.posix.join(nodePath.posix.dirname(scenarioPath), wanted.file.path);
      const file = await attempt(path, () => read(workspace, path, wanted));
      if (!file.ok) return err([unreadable(file.error, wanted)]);
      return file.value ? checked(file.value, wanted) : err([]);
    };
    return Object.assign(readOne, { threads });
  };
  return { reader, clear: () => kept.clear() };
}

interface FileToTake extends UsageFileWanted {
  readonly isWanted: () => boolean;
}

/** Null where it is given up half-way. */
async function readFile({ ports }: Workspace, absolute: string, wanted: FileToTake): Promise<ReadFile | null> {
  const { file, scenario } = wanted;
  const hash = sha256Stream();
  const decode = textStream(file.path);
  const reader = usageFileReader(file.path, scenario.zone);
  for await (const chunk of readChunks(ports.fs, { absolute, shown: file.path })) {
    hash.add(chunk);
    reader.push(decode(chunk));
    if (!wanted.isWanted()) return null;
  }
  reader.push(decode());
  return { ...reader.end(), sha256: hash.digest() };
}

function checked({ sha256, rows, diagnostics }: ReadFile, wanted: UsageFileWanted): Awaited<ReturnType<ReadUsage>> {
  if (wanted.file.sha256 !== null && wanted.file.sha256 !== sha256) return err([otherFile(sha256, wanted)]);
  if (!diagnostics.some(({ severity }) => severity === 'error')) return ok(rows);
  const path = formatPath(['usage', 'files', wanted.index]);
  return err(diagnostics.map((fault) => ({ ...fault, path })));
}

function unreadable(error: StoreError, { index, scenario, file }: UsageFileWanted): Diagnostic {
  const steps = ['usage', 'files', index, 'path'];
  return {
    code: error.code === 'missing' ? 'missing-file' : error.code,
    severity: 'error',
    path: formatPath(steps),
    place: scenario.json.placeAt(steps),
    message: describeStoreError(error),
    expected: 'a usage file beside the scenario',
    actual: file.path,
  };
}

function otherFile(actual: string, { file, index, scenario }: UsageFileWanted): Diagnostic {
  const steps = ['usage', 'files', index, 'sha256'];
  return {
    code: 'other-file',
    severity: 'error',
    path: formatPath(steps),
    place: scenario.json.placeAt(steps),
    message: `${file.path} is not the file that the scenario names: its SHA-256 is another.`,
    ...(file.sha256 === null ? {} : { expected: file.sha256 }),
    actual,
  };
}
