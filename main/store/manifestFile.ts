import * as nodePath from 'node:path';
import { z } from 'zod';
import { canonicalFault } from '../../shared/base/canonicalFault.ts';
import { canonicalJson, type JsonValue } from '../../shared/base/canonicalJson.ts';
import { hashVersion } from '../../shared/ledger/chain.ts';
import { ledgerFormat, type LedgerManifest } from '../../shared/ledger/manifest.ts';
import type { Ports } from '../platform/ports.ts';
import { decodeWith } from './appJson.ts';
import { refuse } from './attempt.ts';
import { jsonText, openJson, openOrBeginJson, type Decode } from './jsonFile.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);
/** A billion rows. */
const mostSegments = 10_000;
const segment = z.strictObject({
  file: z.string().regex(/^rows-\d{6,}\.ndjson$/),
  rows: count,
  bytes: count,
  first: count,
  last: count,
  hash: sha256,
});

const schema = z.strictObject({
  format: z.literal(ledgerFormat),
  hashVersion: z.literal(hashVersion),
  name: z.string(),
  currency: z.string(),
  createdAt: z.string(),
  engine: z.string(),
  policy: z.string(),
  scenario: z.custom<JsonValue>((value) => value !== undefined),
  scenarioSha256: sha256,
  rows: count,
  // Counted before each is looked at, which takes longer.
  segments: z.array(z.unknown()).max(mostSegments).pipe(z.array(segment)),
  closing: z.strictObject({ included: z.string(), prepaid: z.string(), flexMonth: z.string() }),
  head: sha256,
  digest: sha256,
});

/** The manifest's own check sum: of all its other members. */
export function manifestDigest(ports: Pick<Ports, 'sha256'>, manifest: Omit<LedgerManifest, 'digest'>): string {
  const { digest: _, ...rest } = manifest as LedgerManifest;
  return ports.sha256(canonicalJson(rest as unknown as JsonValue));
}

/** Writes the manifest of a new ledger. */
export async function writeManifest(ports: Ports, folder: string, manifest: LedgerManifest): Promise<void> {
  const json = await openOrBeginJson(ports, placeOf(ports, folder, manifest.name), manifest);
  await json.write();
}

/** Reads a manifest: whole, of a known format, and with segments that follow one another. */
export async function readManifest(ports: Ports, folder: string, shown: string): Promise<LedgerManifest> {
  const json = await openJson<LedgerManifest | null>(ports, placeOf(ports, folder, shown), null);
  if (json.data === null) refuse('damaged', shown, 'it holds no manifest');
  return json.data;
}

/** The bytes that a manifest has as we write it: any other byte in it was changed later. */
export function manifestText(manifest: LedgerManifest): string {
  return jsonText(manifest);
}

function placeOf(ports: Ports, folder: string, shown: string) {
  const name = `${shown}/manifest.json`;
  return { absolute: nodePath.join(folder, 'manifest.json'), shown: name, decode: manifestDecoder(ports, name) };
}

/** Reads what a manifest's JSON holds; one of a newer format is refused by throwing. */
export function manifestDecoder(ports: Pick<Ports, 'sha256'>, shown: string): Decode<LedgerManifest> {
  const decode = decodeWith<LedgerManifest>(schema);
  return (value) => {
    refuseNewer(value, shown);
    const decoded = decode(value);
    if ('fault' in decoded) return decoded;
    const unhashable = canonicalFault(value);
    if (unhashable !== null) return { fault: unhashable };
    const fault = faultOf(ports, decoded.value);
    return fault ? { fault } : decoded;
  };
}

function refuseNewer(value: unknown, shown: string): void {
  const format = (value as { format?: unknown }).format;
  const version = typeof format === 'string' ? /^drawdown\.ledger\/(\d{1,9})$/.exec(format)?.[1] : undefined;
  if (version !== undefined && Number(version) > 1) refuse('newer-format', shown, String(format));
}

function faultOf(ports: Pick<Ports, 'sha256'>, manifest: LedgerManifest): string | null {
  if (manifestDigest(ports, manifest) !== manifest.digest) return 'its check sum does not match its content';
  let last = 0;
  for (const segment of manifest.segments) {
    if (segment.first !== last + 1 || segment.last !== last + segment.rows) return `${segment.file} does not follow`;
    last = segment.last;
  }
  return last === manifest.rows ? null : 'the rows of its segments do not add up';
}
