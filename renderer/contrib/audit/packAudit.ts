import type { Workbench } from '../../platform/workbench.ts';
import { auditAt } from './auditStore.ts';

/** Writes the evidence of an audit into the folder, and tells where. False: it was not written. */
export async function packAudit({ rpc, workspace, notifications }: Workbench, path: string): Promise<boolean> {
  const { view } = auditAt(path);
  if (!view) return false;
  try {
    const written = await rpc('audit.pack', { auditId: view.auditId });
    await workspace.refresh();
    notifications.show('info', `The evidence was written to ${written.path}. Its report opens without this app.`);
    return true;
  } catch (error) {
    notifications.failed('Writing the evidence', error);
    return false;
  }
}
