import * as nodePath from 'node:path';
import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { Diagnostic } from '../../../shared/base/diagnostic.ts';
import { formatPath } from '../../../shared/base/jsonPath.ts';
import { err, ok, type Result } from '../../../shared/base/result.ts';
import type { Run } from '../../../shared/engine/outcome.ts';
import { dailySums } from '../../../shared/planner/quote/dailySums.ts';
import type { SealedFile } from '../../../shared/planner/quote/quoteSchema.ts';
import type { RpcError } from '../../../shared/rpc/views.ts';
import type { Scenario } from '../../../shared/scenario/scenario.ts';
import { usageFileReader } from '../../../shared/scenario/usageFile.ts';
import { sha256Stream } from '../../platform/sha256.ts';
import { attempt } from '../../store/attempt.ts';
import { locateFile } from '../../store/locateFile.ts';
import { readChunks } from '../../store/readBytes.ts';
import { StoreFailure } from '../../store/storeError.ts';
import { textStream } from '../../store/textStream.ts';
import type { Workspace } from '../../store/workspaceTypes.ts';
import { fromStore } from '../fromStore.ts';
import type { ScenarioThreads } from '../threads/scenarioThreads.ts';
import type { ReadUsage, UsageFileWanted } from '../usageFiles.ts';

/** The usage files of a scenario that ran, and whether their rows are sealed or only sums by day. */
export interface UsageToSeal {
  readonly workspace: Workspace;
  readonly scenarioPath: string;
  readonly scenario: Scenario;
  readonly run: Run;
  readonly daily: boolean;
}

/** Characters of all usage files together that one sealed file takes in. */
const mostSealed = 6_000_000;

/** Reads the usage files of a scenario as they get into its sealed file. */
export async function sealUsage(usage: UsageToSeal): Promise<Result<SealedFile[], RpcError>> {
  const files: SealedFile[] = [];
  let room = mostSealed;
  for (const [index, { path }] of usage.scenario.files.entries()) {
    const read = fromStore(await attempt(path, () => readWhole(usage, path, usage.daily ? 0 : room)));
    if (!read.ok) return read;
    const sums = usage.daily ? dailySums(usage.run, index) : null;
    if (sums?.ok === false) return err(notSummed(path, sums.error.line));
    const text = sums?.value ?? read.value.text;
    if (text === null || text.length > room) return err(tooMuch(path, usage.daily));
    room -= text.length;
    const rows = rowsOf(usage.run, index);
    files.push({ path, rows, sealed: usage.daily ? 'daily' : 'rows', sha256: read.value.sha256, text });
  }
  return ok(files);
}

/** Characters that are read in one turn. */
const pieceLength = 500_000;

/** A reader of the usage files that a sealed quote holds. */
export function sealedReader(files: readonly SealedFile[], threads?: ScenarioThreads): ReadUsage {
  const readOne = async ({ file, index, scenario }: UsageFileWanted) => {
    const sealed = files[index];
    const path = formatPath(['usage', 'files', index]);
    if (sealed?.path !== file.path) return err([missing(file.path, path)]);
    const reader = usageFileReader(file.path, scenario.zone);
    for (let at = 0; at < sealed.text.length; at += pieceLength) {
      reader.push(sealed.text.slice(at, at + pieceLength));
      await letOthersRun();
    }
    const { rows, diagnostics } = reader.end();
    if (!diagnostics.some(({ severity }) => severity === 'error')) return ok(rows);
    return err(diagnostics.map((fault) => ({ ...fault, path })));
  };
  return Object.assign(readOne, { threads });
}

/** The hash of a file, and its text where it is not longer than `room`. */
async function readWhole({ workspace, scenarioPath }: UsageToSeal, path: string, room: number) {
  const located = await locateFile(workspace, nodePath.posix.join(nodePath.posix.dirname(scenarioPath), path));
  if (!located.ok) throw new StoreFailure(located.error);
  const hash = sha256Stream();
  const decode = textStream(path);
  const pieces: string[] = [];
  const keep = located.value.bytes <= 3 * room;
  for await (const chunk of readChunks(workspace.ports.fs, { absolute: located.value.absolute, shown: path })) {
    hash.add(chunk);
    if (keep) pieces.push(decode(chunk));
  }
  return { sha256: hash.digest(), text: keep ? pieces.join('') + decode() : null };
}

function rowsOf({ program: { usage, sources } }: Run, file: number): number {
  const isOfFile = sources.map((source) => source.kind === 'file' && source.index === file);
  let rows = 0;
  for (let row = 0; row < usage.count; row++) if (isOfFile[usage.source[row]!]) rows += 1;
  return rows;
}

function notSummed(path: string, line: number): RpcError {
  const message = `${path}, line ${line}: usage that is served whole or not at all cannot be summed by day. Seal the rows instead.`;
  return { code: 'whole-row', message };
}

function tooMuch(path: string, daily: boolean): RpcError {
  const instead = daily ? 'Give fewer files.' : 'Seal sums by day instead of rows.';
  const message = `With ${path} the usage files have more than ${mostSealed.toLocaleString('en-US')} characters, more than a sealed file takes in. ${instead}`;
  return { code: 'too-large', message };
}

function missing(actual: string, path: string): Diagnostic {
  const message = 'The sealed file lacks this usage file.';
  return { code: 'missing-file', severity: 'error', path, place: null, message, expected: actual };
}
