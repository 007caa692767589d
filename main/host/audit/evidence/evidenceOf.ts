import type { Evidence, EvidenceSample, EvidenceSource } from '../../../../shared/audit/evidence/evidence.ts';
import type { AuditException } from '../../../../shared/audit/exceptions.ts';
import type { Judgement } from '../../../../shared/audit/materiality.ts';
import type { AuditPaper } from '../../../../shared/audit/papers.ts';
import { formatLocalDate } from '../../../../shared/calendar/instant.ts';
import { engineVersion, policyVersion } from '../../versions.ts';
import type { AuditedFiles } from '../auditedFiles.ts';
import { invoiceTotals, ledgerTotals } from '../controlTotals.ts';
import type { AuditInputs } from './auditInputs.ts';

/** What an auditor asked for beyond the audit itself. */
export interface AuditExtras {
  readonly judgement: Judgement | null;
  readonly samples: readonly EvidenceSample[];
  /** Null where nobody keeps papers. */
  readonly exceptions: readonly AuditException[] | null;
  readonly papers: readonly AuditPaper[] | null;
}

/** All that a report on an audit says. */
export function evidenceOf(audited: AuditedFiles, inputs: AuditInputs, extras: AuditExtras): Evidence {
  const { report, badRows, badRowCount, input } = audited;
  const { scenario } = input.terms;
  const { name, currency, zone, start, end, includedCycle, flexCycle } = scenario;
  return {
    name,
    currency,
    timeZone: zone.id,
    period: { from: formatLocalDate(start, zone), until: formatLocalDate(end, zone) },
    policy: [
      { title: 'Cycles of included credits', value: includedCycle },
      { title: 'Flex months', value: flexCycle },
    ],
    versions: { engine: engineVersion, policy: policyVersion },
    filters: [],
    sources: sourcesOf(audited, inputs),
    head: inputs.head,
    report,
    ...extras,
    unread: { count: badRowCount, first: badRows },
  };
}

/** Rows and sums of a ledger folder stand at its first file. */
function sourcesOf({ controls }: AuditedFiles, { files }: AuditInputs): EvidenceSource[] {
  const { ledger, usage, invoices } = controls;
  const counted: Readonly<Record<EvidenceSource['role'], Pick<EvidenceSource, 'rows' | 'totals'>>> = {
    terms: { rows: null, totals: [] },
    map: { rows: null, totals: [] },
    ledger: { rows: ledger?.audited.rows ?? null, totals: ledger ? ledgerTotals(ledger.audited) : [] },
    usage: { rows: usage?.audited.rows ?? null, totals: usage?.audited.sums ?? [] },
    invoices: { rows: invoices?.audited.rows ?? null, totals: invoices ? invoiceTotals(invoices.audited) : [] },
  };
  return files.map(({ role, shown, bytes, sha256 }, index) => {
    const isFirst = files.findIndex((file) => file.role === role) === index;
    const figures = isFirst ? counted[role] : { rows: null, totals: [] };
    return { role, name: shown, bytes, sha256, ...figures };
  });
}
