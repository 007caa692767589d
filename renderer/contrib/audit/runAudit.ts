import { RpcFailure } from '../../../shared/rpc/rpcFailure.ts';
import { messageOf } from '../../platform/messageOf.ts';
import type { Workbench } from '../../platform/workbench.ts';
import { mapOf, sourceOf } from './auditFile.ts';
import { obstacle } from './auditState.ts';
import { auditAt, changeAudit } from './auditStore.ts';
import { unmapped } from './mapping/mappingStore.ts';

/** Runs the audit of an editor as it is chosen; false: there is no report. One run at a time; what goes wrong stands in the editor. */
export async function runAudit(workbench: Workbench, path: string): Promise<boolean> {
  const { rpc, notifications } = workbench;
  const { choice, running } = auditAt(path);
  const wrong = obstacle(choice) ?? unmapped(path);
  if (wrong !== null) notifications.announce(wrong);
  if (running || wrong !== null || choice.terms === null) return false;
  if (!(await isSaved(workbench, choice.terms))) return false;
  const job = crypto.randomUUID();
  changeAudit(path, { running: { job, step: 'Beginning', part: null }, failure: null, changed: [] });
  try {
    const { terms, head } = choice;
    const files = {
      ledger: sourceOf(choice.ledger),
      usage: sourceOf(choice.usage),
      invoices: sourceOf(choice.invoices),
      map: mapOf(choice.map),
    };
    const view = await rpc('audit.run', { job, terms, ...files, head: head === '' ? null : head });
    const papers = await rpc('audit.papers', { auditId: view.auditId });
    const changed = view.sources.filter(({ unchanged }) => !unchanged).map(({ name }) => name);
    changeAudit(path, { running: null, view, changed, audited: choice, selected: view.findings[0] ?? null, papers });
    notifications.announce(
      view.status === 'clean' ? 'The audit is clean.' : `The audit has ${view.findingCount} findings.`,
    );
    return true;
  } catch (error) {
    const cancelled = error instanceof RpcFailure && error.code === 'cancelled';
    changeAudit(path, { running: null, failure: cancelled ? null : failureText(error) });
    return false;
  }
}

/** The terms are read from disk: where they are being edited, the user decides. */
async function isSaved({ documents, dialogs }: Workbench, terms: string): Promise<boolean> {
  if (!documents.get(terms)?.dirty) return true;
  const answer = await dialogs.confirm({
    title: 'Save the scenario first?',
    text: 'An audit takes the terms as they are saved, so that it can be made again.',
    actions: [{ id: 'save', title: 'Save and run' }],
  });
  return answer === 'save' && (await documents.save(terms));
}

/** Stops the run of an editor. */
export async function cancelAudit({ rpc }: Workbench, path: string): Promise<void> {
  const { running } = auditAt(path);
  if (running) await rpc('audit.cancel', { job: running.job });
}

function failureText(error: unknown): string {
  if (!(error instanceof RpcFailure) || error.diagnostics.length === 0) return messageOf(error);
  const first = error.diagnostics
    .slice(0, 3)
    .map(({ path, message }) => (path === '' ? message : `${path}: ${message}`));
  return [error.message, ...first].join(' ');
}
