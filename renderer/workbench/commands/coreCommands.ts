import type { Command } from '../../platform/command.ts';
import type { Shell } from '../shell.ts';
import { crumbCommands } from './crumbCommands.ts';
import { gridCommands } from '../rows/gridCommands.ts';
import { editCommands } from './editCommands.ts';
import { editorCommands } from './editorCommands.ts';
import { fileCommands } from './fileCommands.ts';
import { fixCommands } from './fixCommands.ts';
import { foldCommands } from './foldCommands.ts';
import { goCommands } from './goCommands.ts';
import { helpCommands } from './helpCommands.ts';
import { noticeCommands } from './noticeCommands.ts';
import { outputCommands } from './outputCommands.ts';
import { partCommands } from './partCommands.ts';
import { viewCommands } from './viewCommands.ts';
import { zenCommands } from './zenCommands.ts';

/** The commands of the workbench itself. */
export function coreCommands(shell: Shell): readonly Command[] {
  return [
    ...fileCommands(shell),
    ...editCommands(shell),
    ...viewCommands(shell),
    ...editorCommands(shell),
    ...crumbCommands(shell),
    ...fixCommands(shell),
    ...foldCommands,
    ...goCommands(shell),
    ...gridCommands,
    ...noticeCommands(shell),
    ...outputCommands(shell),
    ...partCommands,
    ...zenCommands(shell),
    ...helpCommands(shell),
  ];
}
