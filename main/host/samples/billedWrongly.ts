import { assert } from '../../../shared/base/assert.ts';
import type { Deviation } from '../../../shared/engine/deviation.ts';
import { ledgerRows } from '../../../shared/engine/rows.ts';
import { runProgram } from '../../../shared/engine/run.ts';
import { statement } from '../../../shared/engine/statement.ts';
import { invoicesCsv } from '../../../shared/interchange/exporters/invoiceRows.ts';
import { rowCsv, rowsCsvHeader } from '../../../shared/interchange/exporters/rowsCsv.ts';
import { compileScenario } from '../../../shared/scenario/compile.ts';
import { decodeScenario } from '../../../shared/scenario/decode.ts';
import type { SampleFile } from '../../store/sample.ts';

/** The exports of a vendor who bills a scenario without usage files by other rules than its own. */
export function billedWrongly(scenarioText: string, stem: string, deviation: Deviation): readonly SampleFile[] {
  const { scenario } = decodeScenario(scenarioText);
  assert(scenario !== null, 'a sample can be read');
  const { program } = compileScenario(scenario, []);
  assert(program !== null, 'a sample can be compiled');
  const run = runProgram(program, deviation);
  assert(run.ok, 'a sample can be run');
  const rows = [...ledgerRows(run.value)].map(rowCsv);
  return [
    { path: `billed/${stem}-rows.csv`, content: rowsCsvHeader + rows.join('') },
    { path: `billed/${stem}-invoices.csv`, content: invoicesCsv(statement(run.value).invoices) },
  ];
}
