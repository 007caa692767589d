import { isMac } from '../../../platform/platformKind.ts';
import type { Workbench } from '../../../platform/workbench.ts';
import { createFileOut } from '../../../workbench/createFileOut.ts';
import { keyRows } from './keyRows.ts';
import { keysCsv } from './keysCsv.ts';

/** Writes every command with its keys into the open folder. */
export async function exportKeys(workbench: Workbench): Promise<void> {
  const rows = keyRows(workbench.allCommands, workbench.keys.bindings(), isMac);
  await createFileOut(workbench).save('keyboard-shortcuts.csv', () => new Blob([keysCsv(rows)]));
}
