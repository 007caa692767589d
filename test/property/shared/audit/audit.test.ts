import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuditTerms } from '../../../../shared/audit/terms.ts';
import { decodeScenario } from '../../../../shared/scenario/decode.ts';
import { auditOf, invoicesOf, ledgerCsv, recordOf } from '../../../support/audited.ts';
import { outcomeOf, programs } from '../../../support/programs.ts';
import { scenarioDocument } from '../../../support/scenarioDocument.ts';
import type { Program } from '../../../../shared/engine/program.ts';
import { usageColumns } from '../../../support/programs.ts';

/** The terms of a program: an audit takes its usage from elsewhere. */
function termsOfProgram(program: Program): AuditTerms {
  const { scenario } = decodeScenario(JSON.stringify(scenarioDocument()));
  const bare = { ...program, usage: usageColumns([]) };
  return { scenario: { ...scenario!, zone: program.zone }, text: '', program: bare, meters: new Map(), prices: [] };
}

const optional = ['opening', 'subscribe', 'change-plan', 'cancel', 'set-flex'];

describe('an audit of what the engine itself billed', () => {
  it('is clean, with and without an independent record', () => {
    fc.assert(
      fc.property(programs, (program) => {
        const run = outcomeOf(program);
        const terms = termsOfProgram(program);
        const files = { ledger: ledgerCsv(run), invoices: invoicesOf(run) };
        for (const each of [files, { ...files, usage: recordOf(run) }, { ledger: files.ledger }]) {
          const { status, firstDivergence, findings, totals } = auditOf(terms, each);
          const errors = findings.filter(({ severity }) => severity === 'error');
          expect({ status, firstDivergence, errors }).toEqual({ status: 'clean', firstDivergence: null, errors: [] });
          expect(totals.difference.total).toBe('0.00');
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is clean without the rows that the terms decide', () => {
    fc.assert(
      fc.property(programs, fc.boolean(), (program, renumbered) => {
        const run = outcomeOf(program);
        const ledger = ledgerCsv(run, (rows) =>
          rows
            .filter(({ kind }) => !optional.includes(kind))
            .map((row, index) => ({ ...row, seq: renumbered ? index + 1 : row.seq, rule: '', cause: '' })),
        );
        const { status, findings } = auditOf(termsOfProgram(program), { ledger, invoices: invoicesOf(run) });
        expect({ status, errors: findings.filter(({ severity }) => severity === 'error') }).toEqual({
          status: 'clean',
          errors: [],
        });
      }),
      { numRuns: 100 },
    );
  });

  it('needs nothing but the record and the invoices', () => {
    fc.assert(
      fc.property(programs, (program) => {
        const run = outcomeOf(program);
        const files = { invoices: invoicesOf(run), usage: recordOf(run) };
        expect(auditOf(termsOfProgram(program), files)).toMatchObject({ status: 'clean', findings: [] });
      }),
      { numRuns: 100 },
    );
  });
});
