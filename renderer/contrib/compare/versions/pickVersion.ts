import type { VersionView } from '../../../../shared/rpc/views.ts';
import { formatBytes } from '../../../base/format.ts';
import type { Workbench } from '../../../platform/workbench.ts';
import { versionTime } from './versionTime.ts';

/** Asks for a version of a file that was kept before a save, the newest first; null where there is none or none is chosen. */
export async function pickVersion(
  { rpc, dialogs, notifications }: Workbench,
  path: string,
): Promise<VersionView | null> {
  const versions = await rpc('version.list', { path });
  if (versions.length === 0) {
    notifications.show('info', `${path} has no earlier version: one is kept each time it is saved.`);
    return null;
  }
  return dialogs.pick({
    title: `Local History of ${path}`,
    placeholder: 'A version to compare with what is there now, and to restore',
    items: versions.map((version) => ({
      id: String(version.number),
      title: versionTime(version.at),
      detail: `version ${version.number} · ${formatBytes(version.bytes)}`,
      icon: 'history',
      value: version,
    })),
  });
}
