import { useStore } from 'zustand';
import type { AuditDesk, AuditPaper } from '../../../../shared/rpc/auditViews.ts';
import { useWorkbench } from '../../../platform/useWorkbench.ts';
import { auditStore } from '../auditStore.ts';
import { isSigned } from '../paperWords.ts';
import { keepAuthor } from '../writePaper.ts';
import { deskStore, keepDesk } from './deskStore.ts';

/** What every paper says of itself: of which audit, by whom, and why after a sign-off. */
interface Common {
  readonly auditId: string;
  readonly by: string;
  readonly reason: string | null;
}

/** Writes papers of an audit. */
export interface DeskWriter {
  /** Why nothing can be written now; null where it can. */
  readonly obstacle: string | null;
  /** Writes something that changes the desk. False: it was refused, and the user was told why. */
  change(doing: string, call: (common: Common) => Promise<AuditDesk>): Promise<boolean>;
  /** Writes anything else. */
  write<Made>(doing: string, call: (common: Common) => Promise<Made>): Promise<Made | null>;
}

export function useDeskWriter(auditId: string, papers: readonly AuditPaper[]): DeskWriter {
  const workbench = useWorkbench();
  const by = useStore(auditStore, ({ author }) => author.trim());
  const reason = useStore(deskStore, (desks) => desks.reason.trim());
  const readOnly = workbench.context.get('workspaceReadOnly') === true;
  const signed = isSigned(papers);
  const write = async <Made>(doing: string, call: (common: Common) => Promise<Made>): Promise<Made | null> => {
    try {
      const made = await call({ auditId, by, reason: signed ? reason : null });
      await keepAuthor(workbench, by);
      return made;
    } catch (error) {
      workbench.notifications.failed(doing, error);
      return null;
    }
  };
  return {
    obstacle: obstacleOf({ readOnly, by, needsReason: signed && reason === '' }),
    write,
    async change(doing, call) {
      const desk = await write(doing, call);
      if (desk) keepDesk(auditId, desk);
      return desk !== null;
    },
  };
}

interface State {
  readonly readOnly: boolean;
  readonly by: string;
  readonly needsReason: boolean;
}

function obstacleOf({ readOnly, by, needsReason }: State): string | null {
  if (readOnly) return 'The folder is read-only: nothing can be kept in its history.';
  if (by === '') return 'Enter your name first: papers stand in the history with it.';
  return needsReason ? 'This audit was signed off: give the reason for the change first.' : null;
}
