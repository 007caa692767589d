import type { AuditPaper, PaperStatus } from '../../../shared/rpc/auditViews.ts';
import type { Workbench } from '../../platform/workbench.ts';
import { auditAt, auditStore, changeAudit } from './auditStore.ts';

const authorKey = 'audit.author';

/** Brings back the name that papers were signed with last. */
export async function recallAuthor({ rpc }: Workbench): Promise<void> {
  const author = await rpc('state.get', { key: authorKey }).catch(() => null);
  if (author !== null && auditStore.getState().author === '') auditStore.setState({ author });
}

/** Remembers the name that papers are signed with. */
export async function keepAuthor({ rpc }: Workbench, author: string): Promise<void> {
  await rpc('state.set', { key: authorKey, value: author });
}

interface Note {
  /** Index of the finding; null for the audit as a whole. */
  readonly finding: number | null;
  readonly status: PaperStatus | null;
  readonly text: string;
  readonly reason: string;
}

/** Writes a note into the history. False: it was refused, and the user was told why. */
export function writeNote(workbench: Workbench, path: string, note: Note): Promise<boolean> {
  return write(workbench, path, 'Writing the note', (common) =>
    workbench.rpc('audit.note', { ...common, ...note, reason: reasonOf(note.reason) }),
  );
}

/** Signs the audit off. */
export function signOff(
  workbench: Workbench,
  path: string,
  sign: { readonly role: 'preparer' | 'reviewer'; readonly text: string; readonly reason: string },
): Promise<boolean> {
  return write(workbench, path, 'Signing off', (common) =>
    workbench.rpc('audit.signOff', { ...common, ...sign, reason: reasonOf(sign.reason) }),
  );
}

type Call = (common: { readonly auditId: string; readonly by: string }) => Promise<readonly AuditPaper[]>;

async function write(workbench: Workbench, path: string, doing: string, call: Call): Promise<boolean> {
  const auditId = auditAt(path).view?.auditId;
  const by = auditStore.getState().author.trim();
  if (auditId === undefined) return false;
  try {
    changeAudit(path, { papers: await call({ auditId, by }) });
    await keepAuthor(workbench, by);
    return true;
  } catch (error) {
    workbench.notifications.failed(doing, error);
    return false;
  }
}

function reasonOf(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
