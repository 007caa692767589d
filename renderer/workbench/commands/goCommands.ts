import type { Command } from '../../platform/command.ts';
import { activeGroup } from '../editors/grid.ts';
import { openTab } from '../editors/gridChanges.ts';
import { problemList } from '../parts/problemList.ts';
import { revealProblem } from '../parts/revealProblem.ts';
import type { Shell } from '../shell.ts';

const category = 'Go';

export function goCommands(shell: Shell): readonly Command[] {
  let at = -1;
  const tabBy = (step: number) => (): void => {
    const { id, tabs, front } = activeGroup(shell.layout.getState().grid);
    const index = tabs.findIndex((tab) => tab.uri === front);
    const next = tabs[(index + step + tabs.length) % tabs.length];
    if (next) shell.editors.change((grid) => openTab(grid, next.uri, { group: id, pinned: next.pinned }));
  };
  const problemBy = (step: number) => (): void => {
    const problems = problemList(shell.problems.store.getState());
    if (problems.length === 0) return shell.notifications.announce('There are no problems');
    at = (at + step + problems.length) % problems.length;
    revealProblem(shell, problems[at]!);
    shell.notifications.announce(problems[at]!.diagnostic.message);
  };
  const menu = (group: string, order: number) => ({ menu: 'go', group, order }) as const;
  return [
    {
      id: 'go.nextEditor',
      category,
      title: 'Next Editor',
      key: ['CtrlCmd+PageDown', 'Ctrl+Tab'],
      when: 'editor',
      menu: menu('2_editor', 1),
      run: tabBy(1),
    },
    {
      id: 'go.previousEditor',
      category,
      title: 'Previous Editor',
      key: ['CtrlCmd+PageUp', 'Ctrl+Shift+Tab'],
      when: 'editor',
      menu: menu('2_editor', 2),
      run: tabBy(-1),
    },
    { id: 'go.nextProblem', category, title: 'Next Problem', key: 'F8', menu: menu('3_problem', 1), run: problemBy(1) },
    {
      id: 'go.previousProblem',
      category,
      title: 'Previous Problem',
      key: 'Shift+F8',
      menu: menu('3_problem', 2),
      run: problemBy(-1),
    },
  ];
}
