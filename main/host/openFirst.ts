import type { RpcError, Settings } from '../../shared/rpc/views.ts';
import type { Host } from './host.ts';

/**
 * Opens what the app is started on: the folder or file that was named, else the folder that was left open last, where the user has it so.
 * Gives the refusal of what was named; a last folder that is gone is passed over.
 */
export async function openFirst(host: Host, named: string | null): Promise<RpcError | null> {
  if (named !== null) {
    const opened = await host.call('workspace.open', { folder: named });
    return opened.ok ? null : opened.error;
  }
  const settings = await host.call('settings.get', {});
  if (!settings.ok || !(settings.value as Settings).reopenFolder) return null;
  const last = await host.call('workspace.last', {});
  if (last.ok && last.value !== null) await host.call('workspace.open', { folder: last.value as string });
  return null;
}
