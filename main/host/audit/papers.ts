import { z } from 'zod';
import type { AuditPaper } from '../../../shared/rpc/auditViews.ts';
import type { RpcParams } from '../../../shared/rpc/table.ts';
import type { RpcError } from '../../../shared/rpc/views.ts';
import type { HistoryEntry } from '../../store/workspaceTypes.ts';

const finding = z.object({
  code: z.string(),
  row: z.number().nullable(),
  invoice: z.number().nullable(),
  at: z.string().nullable(),
});

/** What a history entry must hold to be a note or sign-off of an audit; other papers of the desk say what they are. */
const paperNote = z.object({
  paper: z.undefined().optional(),
  audit: z.string(),
  by: z.string(),
  role: z.enum(['preparer', 'reviewer']).nullable(),
  finding: finding.nullable(),
  row: z.object({ row: z.number(), text: z.string() }).nullable().default(null),
  owner: z.string().nullable().default(null),
  due: z.string().nullable().default(null),
  status: z.enum(['open', 'explained', 'accepted', 'disputed', 'settled']).nullable(),
  text: z.string(),
  reason: z.string().nullable(),
});

/** The papers of one audit among the entries of a history, oldest first. */
export function papersOf(entries: readonly HistoryEntry[], key: string): AuditPaper[] {
  return entries.flatMap(({ seq, at, kind, note }): AuditPaper[] => {
    if (kind !== 'note' && kind !== 'sign-off') return [];
    const read = paperNote.safeParse(note);
    if (!read.success || read.data.audit !== key) return [];
    const { audit: _, paper: _none, ...paper } = read.data;
    return [{ seq, at, ...paper, finding: paper.finding as AuditPaper['finding'] }];
  });
}

/** Why a note may not be written as it is: what was signed off changes for a reason only. */
export function noteRefusal(papers: readonly AuditPaper[], note: RpcParams<'audit.note'>): RpcError | null {
  const { text, owner = null, due = null, reason, finding: about, row = null } = note;
  if (text === '' && owner === null && due === null)
    return { code: 'empty-note', message: 'The note says nothing yet.' };
  if (about !== null && row !== null) return { code: 'two-things', message: 'A note is about a finding or a row.' };
  return changeRefusal(papers, reason);
}

/** Why nothing may be changed without a reason: the audit was signed off. */
export function changeRefusal(papers: readonly AuditPaper[], reason: string | null): RpcError | null {
  return reason === null && papers.some(({ role }) => role !== null) ? reasonNeeded : null;
}

/** Why a sign-off may not be made: a reviewer signs what somebody else prepared, and nobody signs twice without a reason. */
export function signOffRefusal(
  papers: readonly AuditPaper[],
  { role, by, reason }: RpcParams<'audit.signOff'>,
): RpcError | null {
  const preparer = papers.findLast((paper) => paper.role === 'preparer');
  if (role === 'reviewer' && !preparer) {
    return { code: 'not-prepared', message: 'A reviewer signs off after the preparer.' };
  }
  if (role === 'reviewer' && samePerson(preparer!.by, by)) {
    return { code: 'same-person', message: `${preparer!.by} prepared this audit: somebody else reviews it.` };
  }
  const before = papers.some((paper) => paper.role === role || paper.role === 'reviewer');
  return before && reason === null ? reasonNeeded : null;
}

const reasonNeeded: RpcError = {
  code: 'reason-needed',
  message: 'This audit was signed off: what is written now needs a reason.',
};

function samePerson(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
