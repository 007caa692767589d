import type { StatusItem } from '../../platform/view.ts';
import { BellStatus } from './BellStatus.tsx';
import { HistoryStatus } from './HistoryStatus.tsx';
import { HiddenStatus } from './HiddenStatus.tsx';
import { ProblemsStatus } from './ProblemsStatus.tsx';
import { SavedStatus } from './SavedStatus.tsx';
import { WorkspaceStatus } from './WorkspaceStatus.tsx';

/** The workbench's own pieces of the status bar. */
export const coreStatusItems: readonly StatusItem[] = [
  { id: 'workspace', side: 'left', order: 0, component: WorkspaceStatus },
  { id: 'problems', side: 'left', order: 1, component: ProblemsStatus },
  { id: 'saved', side: 'left', order: 2, component: SavedStatus },
  { id: 'history', side: 'left', order: 3, component: HistoryStatus },
  { id: 'hidden', side: 'right', order: -1, component: HiddenStatus },
  { id: 'bell', side: 'right', order: 99, component: BellStatus },
];
