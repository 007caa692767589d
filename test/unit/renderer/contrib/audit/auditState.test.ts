import { describe, expect, it } from 'vitest';
import { freshAudit, obstacle } from '../../../../../renderer/contrib/audit/auditState.ts';

const file = { kind: 'path', path: 'x.csv' } as const;
const choice = { ...freshAudit.choice, terms: 'acme.scenario.json' };

describe('what keeps an audit from running', () => {
  it('is the lack of terms, of anything to audit, or of usage beside invoices alone', () => {
    expect(obstacle(freshAudit.choice)).toMatch(/terms/);
    expect(obstacle(choice)).toMatch(/ledger or invoices/);
    expect(obstacle({ ...choice, invoices: file })).toMatch(/usage record/);
  });

  it('is a head that is no digest', () => {
    expect(obstacle({ ...choice, ledger: file, head: 'abc' })).toMatch(/64 digits/);
  });

  it('is nothing with a ledger, or with invoices and their usage', () => {
    expect(obstacle({ ...choice, ledger: file })).toBeNull();
    expect(obstacle({ ...choice, invoices: file, usage: file })).toBeNull();
    expect(obstacle({ ...choice, ledger: file, head: 'a3'.repeat(32) })).toBeNull();
  });
});
