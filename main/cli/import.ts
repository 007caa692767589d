import * as nodePath from 'node:path';
import { parseArgs } from 'node:util';
import { err, ok, type Result } from '../../shared/base/result.ts';
import { strictJson } from '../../shared/base/strictJson.ts';
import { zoneOf } from '../../shared/calendar/zone.ts';
import type { ImportBatch } from '../../shared/interchange/importers/batch.ts';
import { makeTally, type Tally } from '../../shared/interchange/importers/tally.ts';
import { usagePath } from '../../shared/interchange/importers/usagePath.ts';
import { importMapping, type ImportMapping } from '../../shared/interchange/mapping.ts';
import { importRefusalOf, type ImportRefusal } from '../host/import/attemptImport.ts';
import { openFileSource } from '../host/import/fileSource.ts';
import type { ImportSource } from '../host/import/importSource.ts';
import { previewImport } from '../host/import/previewImport.ts';
import { runImport } from '../host/import/runImport.ts';
import { workspaceTarget } from '../host/import/workspaceTarget.ts';
import type { Ports } from '../platform/ports.ts';
import { attempt } from '../store/attempt.ts';
import { decodeText } from '../store/decodeText.ts';
import { readBytes } from '../store/readBytes.ts';
import { describeStoreError, type StoreError } from '../store/storeError.ts';
import { openWorkspace } from '../store/workspace.ts';
import { cliPorts } from './cliPorts.ts';
import { exitCode, type CommandIo } from './command.ts';
import { importSummary, refusalLine } from './importText.ts';

export const importUsage = `drawdown import SOURCE [--into DIR|FILE.csv] [--map MAP.json] [--accept-refused] [--preview] [--time-zone ZONE] [--json]
  Makes usage rows of a CSV file, or of an inference server's usage.db, JSON or NDJSON, and writes them to usage/NAME.csv in the
  folder DIR (the current one), or to FILE.csv. Columns are guessed unless --map gives them; times without a zone are in ZONE (UTC).
  A refused row stops the import unless --accept-refused is given; --preview writes nothing.`;

const refusedInJson = 10_000;
const mapLimit = 1_000_000;

const options = {
  into: { type: 'string' },
  map: { type: 'string' },
  'accept-refused': { type: 'boolean' },
  preview: { type: 'boolean' },
  'time-zone': { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** Imports one file of usage records, or shows what an import would do. */
export async function importCommand(args: string[], io: CommandIo): Promise<number> {
  const asked = readArguments(args);
  if (!asked.ok) return tell(io, `${asked.error}\n${importUsage}`, exitCode.badInput);
  const { file, values } = asked.value;
  const timeZone = values['time-zone'] ?? 'UTC';
  if (!zoneOf(timeZone)) return tell(io, `"${timeZone}" is not a time zone; give a name such as Europe/Berlin.`, 2);
  const ports = cliPorts();
  const mapping = values.map === undefined ? ok(null) : await readMapping(ports, { file: values.map, cwd: io.cwd });
  if (!mapping.ok) return tell(io, mapping.error.message, mapping.error.exit);
  const place = { absolute: nodePath.resolve(io.cwd, file), shown: file };
  const source = await openFileSource(ports, place);
  if (!source.ok) return tell(io, describeStoreError(source.error), exitCode.ioFailure);
  const zoned = withZone(mapping.value, values['time-zone']);
  const run = { io, json: values.json ?? false, source: source.value, mapping: zoned, timeZone };
  if (values.preview) return preview(run);
  const into = placeOf(io.cwd, values.into, source.value.name);
  return importInto({ ...run, ports, ...into, acceptRefused: values['accept-refused'] ?? false });
}

interface Run {
  readonly io: CommandIo;
  readonly json: boolean;
  readonly source: ImportSource;
  readonly mapping: ImportMapping | null;
  readonly timeZone: string;
}

async function preview({ io, json, source, mapping, timeZone }: Run): Promise<number> {
  const watch = json ? () => undefined : listRefused(io);
  const keep = { rows: 50, refused: refusedInJson };
  const made = await previewImport(source, { mapping, timeZone, watch }, keep);
  if (!made.ok) return refuse({ io, json }, made.error, null);
  const { counts } = made.value;
  io.stdout(json ? jsonText(made.value) : shown(importSummary(made.value)));
  return counts.refused > 0 ? exitCode.findings : exitCode.fine;
}

interface IntoRun extends Run {
  readonly ports: Ports;
  readonly folder: string;
  readonly path: string;
  readonly acceptRefused: boolean;
}

async function importInto({ io, json, source, ports, folder, path, ...how }: IntoRun): Promise<number> {
  const opened = await openWorkspace(folder, ports);
  if (!opened.ok) return tell(io, describeStoreError(opened.error), exitCode.ioFailure);
  try {
    const tally = makeTally({ rows: 0, refused: refusedInJson });
    const list = listRefused(io);
    const watch = (batch: ImportBatch) => (json ? tally.add(batch) : list(batch));
    const order = { ...how, into: path, refusedListed: refusedInJson, watch };
    const ran = await runImport(source, order, workspaceTarget(opened.value));
    if (!ran.ok) return refuse({ io, json }, ran.error, tally);
    const { name, bytes } = source;
    io.stdout(json ? jsonText(ran.value) : shown(importSummary({ name, bytes, ...ran.value })));
    return exitCode.fine;
  } finally {
    await opened.value.close();
  }
}

/** Where the usage file goes: a folder is a workspace; the folder of a named file is one, or the one above `usage`. */
function placeOf(cwd: string, into: string | undefined, name: string): { folder: string; path: string } {
  const wanted = nodePath.resolve(cwd, into ?? '.');
  if (!/\.csv$/i.test(wanted)) return { folder: wanted, path: usagePath(name) };
  const folder = nodePath.dirname(wanted);
  const file = nodePath.basename(wanted);
  if (nodePath.basename(folder) !== 'usage') return { folder, path: file };
  return { folder: nodePath.dirname(folder), path: `usage/${file}` };
}

function listRefused(io: CommandIo): (batch: ImportBatch) => void {
  return ({ refused }) => {
    if (refused.length > 0) io.stdout(shown(refused.map(({ row }) => refusalLine(row)).join('')));
  };
}

function refuse({ io, json }: Pick<Run, 'io' | 'json'>, refusal: ImportRefusal, tally: Tally | null): number {
  const error = importRefusalOf(refusal);
  if (json) io.stdout(jsonText({ error, ...(tally && { counts: tally.counts(), refused: tally.refused }) }));
  io.stderr(`${shown(error.message)}\n`);
  return exitOf(refusal);
}

function exitOf(refusal: ImportRefusal): number {
  if (refusal.from === 'store') return exitCode.ioFailure;
  const { code } = refusal.fault;
  return code === 'rows-refused' || code === 'nothing-taken' ? exitCode.findings : exitCode.badInput;
}

function readArguments(args: string[]) {
  try {
    const { positionals, values } = parseArgs({ args, options, allowPositionals: true, strict: true });
    const [file, ...more] = positionals;
    if (file === undefined) return err('Name the file to import.');
    return more.length > 0 ? err('Name one file at a time.') : ok({ file, values });
  } catch (error) {
    if (error instanceof TypeError) return err(error.message);
    throw error;
  }
}

type MapFault = { readonly message: string; readonly exit: number };

async function readMapping(
  ports: Ports,
  { file, cwd }: { readonly file: string; readonly cwd: string },
): Promise<Result<ImportMapping, MapFault>> {
  const place = { absolute: nodePath.resolve(cwd, file), shown: file };
  const read = await attempt(file, async () => decodeText(await readBytes(ports.fs, place, mapLimit), file));
  if (!read.ok) return err({ message: describeStoreError(read.error), exit: exitOfStore(read.error) });
  const value = strictJson(read.value);
  const mapping = value.ok ? importMapping.safeParse(value.value) : null;
  if (mapping?.success) return ok(mapping.data);
  const issues = mapping?.error.issues.map(({ path, message }) => `${path.join('.') || 'the document'}: ${message}`);
  const reason = value.ok ? `is not a mapping: ${issues?.join('; ')}` : `is not JSON that can be read: ${value.error}`;
  return err({ message: `${file} ${reason}`, exit: exitCode.badInput });
}

function exitOfStore(error: StoreError): number {
  return error.code === 'encoding' || error.code === 'too-large' ? exitCode.badInput : exitCode.ioFailure;
}

/** A zone that is given on the command line goes before the mapping's. */
function withZone(mapping: ImportMapping | null, timeZone: string | undefined): ImportMapping | null {
  return mapping?.format === 'csv' && timeZone !== undefined ? { ...mapping, timeZone } : mapping;
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function tell(io: CommandIo, message: string, exit: number): number {
  io.stderr(`${shown(message)}\n`);
  return exit;
}

/** Control characters of a file's name must not steer the terminal. */
function shown(text: string): string {
  return text.replace(/[^\P{C}\n]/gu, '\u00b7');
}
