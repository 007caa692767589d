import { err, ok, type Result } from '../../../shared/base/result.ts';
import type { ImportBatch } from '../../../shared/interchange/importers/batch.ts';
import { importCsv } from '../../../shared/interchange/importers/csvImporter.ts';
import { guessCsvMapping, readCsvHead } from '../../../shared/interchange/importers/guessCsv.ts';
import { ImportStop, type ImportFault } from '../../../shared/interchange/importers/importFault.ts';
import { importInference } from '../../../shared/interchange/importers/inferenceImporter.ts';
import { guessInferenceMapping } from '../../../shared/interchange/importers/guessInference.ts';
import { jsonElements, ndjsonElements } from '../../../shared/interchange/importers/jsonElements.ts';
import { isSecretName, shownCell, shownText } from '../../../shared/interchange/importers/redact.ts';
import { sampleRecords } from '../../../shared/interchange/importers/sampleRecords.ts';
import type { CsvMapping, ImportMapping, InferenceMapping } from '../../../shared/interchange/mapping.ts';
import type { ImportPreview } from '../../../shared/rpc/views.ts';
import { sha256Stream } from '../../platform/sha256.ts';
import { sourceLimit, type ImportSource } from './importSource.ts';
import { recogniseSource, type Recognised } from './recogniseSource.ts';
import { encodingName, textPieces } from './textPieces.ts';
import { databaseElements } from './usageDatabase.ts';

/** An import about to run: what the source is, how it is mapped, and its batches, to be drained once. */
export interface OpenImport {
  readonly format: ImportPreview['format'];
  readonly encoding: string;
  readonly columns: ImportPreview['columns'];
  readonly mapping: ImportMapping;
  readonly batches: AsyncIterable<ImportBatch>;
  /** SHA-256 of the source; asked for when the batches are drained. */
  readonly sha256: () => string;
  /** Takes private copies away. */
  close(): Promise<void>;
}

/** How to read a source: a mapping, or null to guess one; times without a zone are then in `timeZone`. */
export interface ImportWish {
  readonly mapping: ImportMapping | null;
  readonly timeZone: string;
  /** Sees every batch as it passes. */
  readonly watch?: (batch: ImportBatch) => void;
  /** How the source is opened; default: on the thread of whoever asks. */
  readonly open?: typeof openImport;
}

const headBytes = 65_536;

/** Looks at a source and makes ready to import it. Throws `ImportStop` and the store's refusals. */
export async function openImport(source: ImportSource, wish: ImportWish): Promise<Result<OpenImport, ImportFault>> {
  if (source.bytes > sourceLimit) return err({ code: 'too-large', bytes: source.bytes, limit: sourceLimit });
  const head = await readHead(source);
  const recognised = recogniseSource(head, source.name);
  if (!recognised.ok) return recognised;
  const kind = recognised.value;
  const given = wish.mapping;
  if (given && (given.format === 'csv') !== (kind.format === 'csv')) {
    return err({ code: 'mapping-mismatch', source: kind.format, mapping: given.format });
  }
  if (kind.format === 'inference-db') return openDatabase(source, inferenceMapping(given));
  if (kind.format !== 'csv') return openJson(source, kind, { head, mapping: inferenceMapping(given) });
  return openCsv(source, kind, { head, wish });
}

function inferenceMapping(given: ImportMapping | null): InferenceMapping {
  return given?.format === 'inference' ? given : guessInferenceMapping();
}

type TextKind = Exclude<Recognised, { readonly format: 'inference-db' }>;

async function openCsv(
  source: ImportSource,
  { format, encoding }: TextKind,
  { head, wish }: { readonly head: Uint8Array; readonly wish: ImportWish },
): Promise<Result<OpenImport, ImportFault>> {
  const given = wish.mapping?.format === 'csv' ? wish.mapping : null;
  const whole = head.length === source.bytes;
  const text = new TextDecoder(encoding).decode(head, { stream: true });
  const seen = readCsvHead(text, { whole, delimiter: given?.delimiter ?? null });
  if (!seen.ok) return seen;
  const mapping: CsvMapping = given ?? guessCsvMapping(seen.value, wish.timeZone);
  const hashed = hashing(source);
  const batches = await importCsv(textPieces(hashed.chunks, encoding), mapping);
  if (!batches.ok) {
    await hashed.rest.close();
    return batches;
  }
  const { columns: names, rows } = seen.value;
  const columns = names.map((name, index) => ({
    name: shownText(name),
    samples: rows.slice(0, 5).map((row) => shownCell(name, row[index]!)),
    secret: isSecretName(name),
  }));
  return ok({ format, encoding: encodingName(head), columns, mapping, batches: batches.value, ...hashed.rest });
}

async function openJson(
  source: ImportSource,
  { format, encoding }: TextKind,
  { head, mapping }: { readonly head: Uint8Array; readonly mapping: InferenceMapping },
): Promise<Result<OpenImport, ImportFault>> {
  const kind = format === 'inference-ndjson' ? 'ndjson' : 'json';
  const split = kind === 'ndjson' ? ndjsonElements : jsonElements;
  const columns = await sampleRecords(split(textPieces(source.chunks(), encoding)), kind);
  const hashed = hashing(source);
  const batches = importInference(split(textPieces(hashed.chunks, encoding)), { kind, mapping });
  return ok({ format, encoding: encodingName(head), columns, mapping, batches, ...hashed.rest });
}

async function openDatabase(source: ImportSource, mapping: InferenceMapping): Promise<Result<OpenImport, ImportFault>> {
  const { path, sha256, remove } = await source.copy();
  try {
    const columns = await sampleRecords(databaseElements(path), 'database');
    const batches = importInference(databaseElements(path), { kind: 'database', mapping });
    const rest = { sha256: () => sha256, close: remove };
    return ok({ format: 'inference-db', encoding: 'SQLite', columns, mapping, batches, ...rest });
  } catch (error) {
    await remove();
    throw error;
  }
}

async function readHead(source: ImportSource): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source.chunks()) {
    pieces.push(chunk.slice(0, headBytes - length));
    length += pieces.at(-1)!.length;
    if (length === headBytes) break;
  }
  return Buffer.concat(pieces);
}

/** The source's bytes, hashed and counted as they pass: a file that grows or shrinks meanwhile is refused. */
function hashing(source: ImportSource) {
  const hash = sha256Stream();
  let digest: string | null = null;
  async function* chunks(): AsyncGenerator<Uint8Array> {
    let bytes = 0;
    for await (const chunk of source.chunks()) {
      hash.add(chunk);
      bytes += chunk.length;
      yield chunk;
    }
    if (bytes !== source.bytes) throw new ImportStop({ code: 'source-changed' });
    digest = hash.digest();
  }
  const stream = chunks();
  // One that is left in the middle would keep its file open.
  const close = async () => void (await stream.return(undefined));
  return { chunks: stream, rest: { sha256: () => digest ?? '', close } };
}
