import type { Diagnostic } from '../../../shared/base/diagnostic.ts';
import { parsePath } from '../../../shared/base/jsonPath.ts';
import { assert } from '../../../shared/base/assert.ts';
import type { Result } from '../../../shared/base/result.ts';
import { zoneOf } from '../../../shared/calendar/zone.ts';
import type { AuditMapping } from '../../../shared/interchange/auditMapping.ts';
import { readInvoiceLines, type InvoicesRead } from '../../../shared/interchange/importers/invoiceLines.ts';
import { decodeScenario, type DecodedScenario } from '../../../shared/scenario/decode.ts';
import { billFigures, type BillFigures } from '../billFigures.ts';
import { runDecoded } from '../runDecoded.ts';
import { packRun, packScenario, unpackRows, type PackedRows, type PackedRun, type PackedScenario } from './packed.ts';
import { inOneGo } from './packedTexts.ts';

/** A scenario as text, which a thread reads for itself, and the rows of its usage files. */
export interface RunTask {
  readonly text: string;
  readonly files: readonly PackedRows[];
  /** What was found so far. Faults that have no place yet get theirs. */
  readonly faults: readonly Diagnostic[];
}

export interface RunPiece {
  readonly run: PackedRun | null;
  readonly figures: BillFigures | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** The thread's side of a run. */
export function openRun({ text, files, faults }: RunTask): () => RunPiece {
  return () => {
    const { scenario } = decodeScenario(text);
    assert(scenario !== null, 'only a scenario without faults is run');
    const before = faults.map((fault) => placed(fault, scenario.json));
    const rows = files.map((file) => inOneGo(unpackRows(file)));
    const { run, diagnostics } = runDecoded(scenario, rows, before);
    return { run: run && inOneGo(packRun(run)), figures: run && billFigures(scenario, run), diagnostics };
  };
}

type Json = NonNullable<DecodedScenario['scenario']>['json'];

function placed(fault: Diagnostic, json: Json): Diagnostic {
  if (fault.place !== null || fault.path === '' || fault.file !== undefined) return fault;
  return { ...fault, place: json.placeAt(parsePath(fault.path) ?? []) };
}

export interface DecodedPiece {
  readonly scenario: PackedScenario | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** The thread's side of reading the text of a scenario. */
export function openDecode(text: string): () => DecodedPiece {
  return () => {
    const { scenario, diagnostics } = decodeScenario(text);
    return { scenario: scenario && packScenario(scenario), diagnostics };
  };
}

/** Invoices as text, and what their amounts and times mean. */
export interface InvoicesTask {
  readonly text: string;
  readonly zone: string;
  readonly minorDigits: number;
  readonly mapping: AuditMapping | null;
}

export function openInvoices({ text, zone: id, minorDigits, mapping }: InvoicesTask): Result<InvoicesRead, string> {
  const zone = zoneOf(id);
  assert(zone !== null, 'the zone is that of a scenario');
  return readInvoiceLines(text, { zone, minorDigits }, mapping);
}
