import { describe, expect, it } from 'vitest';
import { exceptionsOf, filterExceptions } from '../../../../shared/audit/exceptions.ts';
import type { AuditPaper, SampleTick } from '../../../../shared/audit/papers.ts';
import { findingOf } from '../../../support/evidenceOf.ts';

const paper = (change: Partial<AuditPaper>): AuditPaper => ({
  seq: 1,
  at: '2026-03-01T00:00:00Z',
  by: 'Ada',
  role: null,
  finding: null,
  row: null,
  status: null,
  owner: null,
  due: null,
  text: '',
  reason: null,
  ...change,
});
const tick = (change: Partial<SampleTick>): SampleTick => {
  return { seq: 1, at: '2026-03-01T00:00:00Z', by: 'Ada', row: 5, agreed: false, text: '', reason: null, ...change };
};
const nothing = { findings: [], marks: [], papers: [], ticks: [] };

describe('the exceptions of an audit', () => {
  it('are its errors and warnings, open until somebody says otherwise', () => {
    const findings = [
      findingOf(),
      findingOf({ row: 9, severity: 'warning' }),
      findingOf({ row: 10, severity: 'info' }),
    ];
    const exceptions = exceptionsOf({ ...nothing, findings, marks: ['tolerated', null, null] });
    expect(exceptions.map(({ finding, status, mark }) => [finding, status, mark])).toEqual([
      [0, 'open', 'tolerated'],
      [1, 'open', null],
    ]);
  });

  it('have the latest status, owner and date that a note gives, each for itself', () => {
    const { code, row, invoice, at } = findingOf();
    const about = { finding: { code, row, invoice, at } };
    const papers = [
      paper({ ...about, status: 'disputed', owner: 'Ben', text: 'Asked.' }),
      paper({ ...about, due: '2026-05-01' }),
      paper({ finding: { code, row: 99, invoice, at }, status: 'settled' }),
    ];
    expect(exceptionsOf({ ...nothing, findings: [findingOf()], papers })).toMatchObject([
      { status: 'disputed', owner: 'Ben', due: '2026-05-01', notes: 2, latest: 'Asked.' },
    ]);
  });

  it('are rows that were noted on with a status, and drawn rows whose latest tick does not agree', () => {
    const row = { row: 5, text: 'use at noon' };
    const ticks = [tick({ text: 'No such job' }), tick({ row: 6 }), tick({ row: 6, agreed: true })];
    const papers = [paper({ row, status: 'explained' }), paper({ row: { row: 7, text: '' }, text: 'Seen.' })];
    expect(exceptionsOf({ ...nothing, papers, ticks })).toMatchObject([
      {
        code: 'sample',
        row: 5,
        status: 'explained',
        message: 'The row was drawn at random and did not agree: No such job',
      },
    ]);
    const noted = exceptionsOf({ ...nothing, papers });
    expect(noted).toMatchObject([{ code: 'row-note', row: 5, message: 'use at noon' }]);
  });

  it('are filtered by status, by owner, and by words in any order', () => {
    const about = ({ code, row, invoice, at } = findingOf()) => ({ code, row, invoice, at });
    const findings = [findingOf(), findingOf({ row: 9 })];
    const papers = [paper({ finding: about(), status: 'settled', owner: 'Ben', text: 'Paid back in May' })];
    const exceptions = exceptionsOf({ ...nothing, findings, papers });
    const rows = (filter: object) =>
      filterExceptions(exceptions, { status: null, owner: null, text: '', ...filter }).map(({ row }) => row);
    expect(rows({})).toEqual([8, 9]);
    expect(rows({ status: 'unsettled' })).toEqual([9]);
    expect(rows({ status: 'settled' })).toEqual([8]);
    expect(rows({ owner: 'Ben' })).toEqual([8]);
    expect(rows({ text: 'may PAID' })).toEqual([8]);
    expect(rows({ text: 'flex-rounding june' })).toEqual([]);
  });
});
