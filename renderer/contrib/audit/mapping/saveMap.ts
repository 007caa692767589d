import type { AuditMapping } from '../../../../shared/rpc/auditViews.ts';
import type { Workbench } from '../../../platform/workbench.ts';

const mostTries = 50;

/** Writes a map into the folder's `maps`, for the next audit and for the command line. Never over another file. Gives its path. */
export async function saveMap(
  { rpc, notifications }: Workbench,
  name: string,
  mapping: AuditMapping,
): Promise<string | null> {
  const stem =
    name
      .replace(/^.*\//, '')
      .replace(/\.[^.]*$/, '')
      .replace(/[^\p{L}\p{N}._-]+/gu, '-')
      .slice(0, 80) || 'export';
  const text = `${JSON.stringify(mapping, null, 2)}\n`;
  try {
    for (let count = 1; count <= mostTries; count++) {
      const path = `maps/${stem}${count === 1 ? '' : `-${count}`}.map.json`;
      const saved = await rpc('document.save', { path, text, expected: null });
      if (!saved.saved) continue;
      notifications.announce(`The map is saved as ${path}.`);
      notifications.show('info', `The map is saved as ${path}: drawdown audit --map reads it.`);
      return path;
    }
    notifications.show('error', `The folder has too many maps called ${stem}.`);
  } catch (error) {
    notifications.failed('Saving the map', error);
  }
  return null;
}
