import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountsByLine, linesOfRun } from '../../../../shared/audit/billLines.ts';
import { walkLedger } from '../../../../shared/audit/walk.ts';
import { ledgerRowsReader } from '../../../../shared/interchange/importers/ledgerRows.ts';
import { ledgerCsv, termsOf } from '../../../support/audited.ts';
import { outcomeOf, programs } from '../../../support/programs.ts';
import { scenarioDocument } from '../../../support/scenarioDocument.ts';

describe('a walk along a ledger of the engine', () => {
  it('finds nothing, and implies the bill', () => {
    fc.assert(
      fc.property(programs, (program) => {
        const run = outcomeOf(program);
        const reader = ledgerRowsReader(program.zone);
        reader.push(ledgerCsv(run));
        const read = reader.end();
        if (!read.ok) throw new Error(read.error);
        const terms = { ...termsOf(scenarioDocument()), program };
        const apart = { recorded: null, events: null, outside: new Set<number>(), times: new Map<number, number>() };
        const { cases, lines } = walkLedger({ terms, run, ledger: read.value.rows, ...apart });
        expect(cases).toEqual([]);
        const byKey = (sums: Map<string, bigint>) => new Map([...sums].filter(([, sum]) => sum !== 0n));
        expect(byKey(amountsByLine(lines))).toEqual(byKey(amountsByLine(linesOfRun(run))));
      }),
      { numRuns: 300 },
    );
  });
});
