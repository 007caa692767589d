import type { View } from '../../platform/view.ts';
import { OutputView } from './OutputView.tsx';
import { ProblemsView } from './ProblemsView.tsx';
import { useProblemCount } from './useProblemCount.ts';

/** The workbench's own views in the panel. */
export const corePanelViews: readonly View[] = [
  {
    id: 'problems',
    title: 'Problems',
    container: 'panel',
    order: 0,
    component: ProblemsView,
    useBadge: useProblemCount,
  },
  { id: 'output', title: 'Output', container: 'panel', order: 90, component: OutputView },
];
