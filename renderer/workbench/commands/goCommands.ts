import type { Command } from '../../platform/command.ts';
import { isMac } from '../../platform/platformKind.ts';
import { activeGroup } from '../editors/grid.ts';
import { openTab } from '../editors/gridChanges.ts';
import { problemList } from '../parts/problemList.ts';
import { revealProblem } from '../parts/revealProblem.ts';
import type { PaletteMode, Shell } from '../shell.ts';

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
  return [
    ...trailCommands(shell),
    ...lookCommands(shell),
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

const menu = (group: string, order: number) => ({ menu: 'go', group, order }) as const;

/** Back to where the user was, and what was closed. */
function trailCommands(shell: Shell): readonly Command[] {
  const goBy = (step: 1 | -1) => (): void => {
    if (!shell.trail.go(step)) shell.notifications.announce(step < 0 ? 'Nothing to go back to' : 'Nothing to go to');
  };
  return [
    {
      id: 'go.back',
      category,
      title: 'Back',
      key: isMac ? 'Ctrl+-' : 'Alt+ArrowLeft',
      menu: menu('0_trail', 1),
      run: goBy(-1),
    },
    {
      id: 'go.forward',
      category,
      title: 'Forward',
      key: isMac ? 'Ctrl+Shift+-' : 'Alt+ArrowRight',
      menu: menu('0_trail', 2),
      run: goBy(1),
    },
    {
      id: 'go.reopenClosed',
      category,
      title: 'Reopen Closed Editor',
      key: 'CtrlCmd+Shift+T',
      menu: menu('2_editor', 3),
      run: () => {
        if (!shell.trail.reopen()) shell.notifications.announce('No editor was closed');
      },
    },
  ];
}

/** What the palette looks for, by its signs. */
function lookCommands(shell: Shell): readonly Command[] {
  const look = (palette: PaletteMode) => (): void => shell.state.setState({ palette });
  return [
    {
      id: 'go.symbol',
      category,
      title: 'Go to Symbol in Scenario…',
      key: 'CtrlCmd+Shift+O',
      when: 'editor',
      menu: menu('1_file', 2),
      run: look('symbols'),
    },
    {
      id: 'go.workspaceSymbol',
      category,
      title: 'Go to Symbol in Workspace…',
      key: 'CtrlCmd+T',
      when: 'workspaceOpen',
      menu: menu('1_file', 3),
      run: look('workspaceSymbols'),
    },
    {
      id: 'go.line',
      category,
      title: 'Go to Line…',
      key: 'Ctrl+G',
      when: 'editor',
      menu: menu('1_file', 4),
      run: look('line'),
    },
    { id: 'go.help', category, title: 'Quick Open Help', run: look('help') },
  ];
}
