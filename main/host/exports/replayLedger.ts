import type { JsonValue } from '../../../shared/base/canonicalJson.ts';
import { err, ok, type Result } from '../../../shared/base/result.ts';
import type { Run } from '../../../shared/engine/outcome.ts';
import { usageFlag, type Program, type UsageColumns } from '../../../shared/engine/program.ts';
import { ledgerRows } from '../../../shared/engine/rows.ts';
import { runProgram } from '../../../shared/engine/run.ts';
import type { LedgerRow, RowColumn } from '../../../shared/ledger/row.ts';
import { rowAmount } from '../../../shared/ledger/rowAmount.ts';
import { compileScenario } from '../../../shared/scenario/compile.ts';
import { decodeScenario } from '../../../shared/scenario/decode.ts';
import type { VerifiedLedger } from '../../store/verifiedRows.ts';

/** Why a ledger's invoices cannot be had: its scenario gives no run, or gives other rows. `row` is the first such row. */
export interface ReplayFault {
  readonly code: 'scenario' | 'other-rows';
  readonly row: number | null;
  readonly message: string;
}

/** A ledger and the run that gives it. */
export interface ReplayedLedger extends VerifiedLedger {
  readonly run: Run;
}

/**
 * Runs a ledger's scenario again on the usage of its own rows, for the files that the scenario names may be gone. Invariant 6:
 * that gives the ledger; where it does not, there is no run to take invoices from.
 */
export async function replayLedger(ledger: VerifiedLedger): Promise<Result<ReplayedLedger, ReplayFault>> {
  const program = programOf(ledger.manifest.scenario);
  if (!program.ok) return program;
  const run = runProgram({ ...program.value, usage: await usageOf(ledger) });
  if (!run.ok) return fault('scenario', null, 'The scenario of the ledger cannot be run on its rows.');
  const other = await firstOther(run.value, ledger);
  if (other !== null) {
    const message = `Row ${other} of the ledger is not what its scenario gives: no invoice follows from it.`;
    return fault('other-rows', other, message);
  }
  return ok({ ...ledger, run: run.value });
}

function fault(code: ReplayFault['code'], row: number | null, message: string): Result<never, ReplayFault> {
  return err({ code, row, message });
}

/** The scenario as run, without its usage: that comes from the rows. */
function programOf(scenario: JsonValue): Result<Program, ReplayFault> {
  const isDocument = typeof scenario === 'object' && scenario !== null && !Array.isArray(scenario);
  const document = isDocument ? (scenario as Readonly<Record<string, JsonValue>>) : {};
  const decoded = decodeScenario(JSON.stringify({ ...document, usage: { events: [] } }));
  const compiled = decoded.scenario && compileScenario(decoded.scenario, []);
  if (compiled?.program) return ok(compiled.program);
  const first = [...decoded.diagnostics, ...(compiled?.diagnostics ?? [])].find(({ severity }) => severity === 'error');
  return fault('scenario', null, `The scenario of the ledger has faults: ${first?.message ?? 'it is not a scenario.'}`);
}

/** The usage of a ledger's rows, as far as a run needs it. */
async function usageOf({ manifest, rows }: VerifiedLedger): Promise<UsageColumns> {
  const at = new Float64Array(manifest.rows);
  const demand = new Float64Array(manifest.rows);
  const flags = new Uint8Array(manifest.rows);
  const calls = new Int32Array(manifest.rows);
  let count = 0;
  for await (const batch of rows()) {
    for (const row of batch) {
      if (row.kind !== 'use') continue;
      at[count] = Date.parse(row.at);
      demand[count] = Number(rowAmount(row.credits));
      const words = flagsOf(row);
      flags[count] = words.flags;
      calls[count] = words.calls;
      count += 1;
    }
  }
  return {
    count,
    at: at.subarray(0, count),
    demand: demand.subarray(0, count),
    flags: flags.subarray(0, count),
    calls: calls.subarray(0, count),
    meter: new Int32Array(count).fill(-1),
    quantity: new Float64Array(count),
    quantityScale: new Uint8Array(count),
    source: new Int32Array(count),
    position: new Int32Array(count),
    ids: Array.from({ length: count }, () => ''),
  };
}

function flagsOf({ flags }: LedgerRow): { readonly flags: number; readonly calls: number } {
  let bits = 0;
  let calls = 1;
  for (const word of flags === '' ? [] : flags.split(' ')) {
    if (word === 'free') bits |= usageFlag.free;
    if (word === 'whole') bits |= usageFlag.whole;
    if (word.startsWith('calls=')) calls = Number(word.slice('calls='.length));
  }
  return { flags: bits, calls };
}

/** What a run computes of every row; of usage, the rest was taken from the row itself. */
const computed: readonly RowColumn[] = [
  'at',
  'kind',
  'credits',
  'included',
  'prepaid',
  'flex',
  'blocked',
  'includedAfter',
  'prepaidAfter',
  'flexMonthAfter',
  'rule',
  'flags',
];
const ofEntries: readonly RowColumn[] = ['id', 'cause', 'meter', 'quantity'];

/** The number of the first row that differs from the run's, or null. */
async function firstOther(run: Run, { rows }: VerifiedLedger): Promise<number | null> {
  const expected = ledgerRows(run);
  let seen = 0;
  for await (const batch of rows()) {
    for (const row of batch) {
      seen += 1;
      const next = expected.next();
      if (next.done || !alike(row, next.value)) return seen;
    }
  }
  return expected.next().done ? null : seen + 1;
}

function alike(row: LedgerRow, expected: LedgerRow): boolean {
  const columns = row.kind === 'use' ? computed : [...computed, ...ofEntries];
  return columns.every((column) => row[column] === expected[column]);
}
