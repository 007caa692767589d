import type { JsonValue } from '../../../../shared/base/canonicalJson.ts';
import { err, ok, type Result } from '../../../../shared/base/result.ts';
import { filterExceptions, isUnsettled, type AuditException } from '../../../../shared/audit/exceptions.ts';
import { minorUnits } from '../../../../shared/audit/materiality.ts';
import { sampleRows } from '../../../../shared/audit/sample.ts';
import type { AuditDesk } from '../../../../shared/rpc/auditViews.ts';
import type { RpcParams } from '../../../../shared/rpc/table.ts';
import type { RpcError } from '../../../../shared/rpc/views.ts';
import { fromStore } from '../../fromStore.ts';
import type { Handlers } from '../../handlers.ts';
import { changeRefusal } from '../papers.ts';
import type { Papers, ReadPapers } from '../readPapers.ts';
import { auditDesk } from './auditDesk.ts';
import { deskPapersOf } from './deskPapers.ts';
import { exceptionsOfAudit } from './exceptionsOfAudit.ts';
import { exportExceptions } from './exportExceptions.ts';

type Served =
  'audit.desk' | 'audit.thresholds' | 'audit.draw' | 'audit.tick' | 'audit.exceptions' | 'audit.exportExceptions';

/** What an auditor does beside notes: thresholds, random samples, and the list of what is still open. */
export function deskHandlers(read: ReadPapers, randomId: () => string): Handlers<Served> {
  const keep = (auditId: string, reason: string | null, make: (papers: Papers) => Result<JsonValue, RpcError>) =>
    keepPaper(read, { auditId, reason, make });
  return {
    'audit.desk': async ({ auditId }) => {
      const found = await read(auditId);
      return found.ok ? ok(auditDesk(found.value)) : found;
    },
    'audit.thresholds': ({ auditId, by, reason, ...amounts }) =>
      keep(auditId, reason, ({ audit }) => {
        const { minorDigits } = audit.audited.input.terms.program;
        const wrong = Object.values(amounts).find((text) => text !== null && minorUnits(text, minorDigits) === null);
        if (wrong !== undefined) return err(tooExact(minorDigits));
        return ok({ paper: 'thresholds', audit: audit.key, by, amounts, reason });
      }),
    'audit.draw': ({ auditId, by, reason, size, seed }) =>
      keep(auditId, reason, ({ audit }) => {
        const population = audit.audited.input.ledger?.count ?? 0;
        if (population === 0) return err(nothingToDraw);
        const drawn = sampleRows({ seed: seed ?? seedOf(randomId()), size, population });
        return ok({ paper: 'sample', audit: audit.key, by, size, ...drawn, reason });
      }),
    'audit.tick': ({ auditId, ...tick }) =>
      keep(auditId, tick.reason, (papers) => {
        const refusal = tickRefusal(papers, tick);
        return refusal ? err(refusal) : ok({ paper: 'tick', audit: papers.audit.key, ...tick });
      }),
    'audit.exceptions': async ({ auditId, filter, from, count }) => {
      const found = await read(auditId);
      if (!found.ok) return found;
      const all = exceptionsOfAudit(found.value);
      const wanted = filterExceptions(all, filter);
      const counts = { total: wanted.length, all: all.length, unsettled: all.filter(isUnsettled).length };
      return ok({ from, ...counts, owners: ownersOf(all), exceptions: wanted.slice(from, from + count) });
    },
    'audit.exportExceptions': async ({ auditId, filter }) => {
      const found = await read(auditId);
      return found.ok ? exportExceptions(found.value, filter) : found;
    },
  };
}

interface ToKeep {
  readonly auditId: string;
  readonly reason: string | null;
  readonly make: (papers: Papers) => Result<JsonValue, RpcError>;
}

/** Writes a paper into the history, and gives the desk with it. */
async function keepPaper(read: ReadPapers, { auditId, reason, make }: ToKeep): Promise<Result<AuditDesk, RpcError>> {
  const found = await read(auditId);
  if (!found.ok) return found;
  const refusal = changeRefusal(found.value.papers, reason);
  if (refusal) return err(refusal);
  const note = make(found.value);
  if (!note.ok) return note;
  const { workspace, audit, desk } = found.value;
  const written = fromStore(await workspace.history.append({ kind: 'note', note: note.value }));
  if (!written.ok) return written;
  const added = deskPapersOf([written.value], audit.key);
  const after = {
    thresholds: added.thresholds ?? desk.thresholds,
    samples: [...desk.samples, ...added.samples],
    ticks: [...desk.ticks, ...added.ticks],
  };
  return ok(auditDesk({ audit, desk: after }));
}

function tickRefusal({ audit, desk }: Papers, { sample, row }: Pick<RpcParams<'audit.tick'>, 'sample' | 'row'>) {
  const drawn = desk.samples.find(({ seq }) => seq === sample);
  const population = audit.audited.input.ledger?.count ?? 0;
  const rows = drawn && sampleRows({ seed: drawn.seed, size: drawn.size, population }).rows;
  if (rows?.includes(row)) return null;
  return { code: 'not-drawn', message: `Row ${row} was not drawn in that sample.` };
}

/** Small enough to be typed in again. */
function seedOf(randomId: string): number {
  return Number.parseInt(randomId.slice(0, 12), 16) % 1_000_000_000;
}

function ownersOf(exceptions: readonly AuditException[]): string[] {
  const owners = exceptions.map(({ owner }) => owner).filter((owner) => owner !== null);
  return [...new Set(owners)].sort((a, b) => a.localeCompare(b, 'en'));
}

const nothingToDraw: RpcError = { code: 'no-ledger', message: 'Rows are drawn from a ledger, and none was audited.' };

function tooExact(digits: number): RpcError {
  const decimals = digits === 0 ? 'no decimals' : `at most ${digits} decimals`;
  return { code: 'bad-amount', message: `An amount has ${decimals}, as the currency of the terms.` };
}
