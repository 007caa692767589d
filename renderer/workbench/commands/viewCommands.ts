import type { Command } from '../../platform/command.ts';
import type { Shell } from '../shell.ts';
import { focusNextPart } from '../parts/focusParts.ts';
import { zoomCommands } from './zoomCommands.ts';

const category = 'View';

export function viewCommands(shell: Shell): readonly Command[] {
  return [...paletteCommands(shell), ...partCommands(shell), ...viewFocusCommands(shell), ...zoomCommands(shell)];
}

function paletteCommands({ state }: Shell): readonly Command[] {
  return [
    {
      id: 'view.commandPalette',
      category,
      title: 'Command Palette…',
      key: ['CtrlCmd+Shift+P', 'F1'],
      menu: [
        { menu: 'view', group: '1_palette', order: 1 },
        { menu: 'help', group: '1_start', order: 2, title: 'Show All Commands' },
      ],
      run: () => state.setState({ palette: 'commands' }),
    },
    {
      id: 'go.file',
      category: 'Go',
      title: 'Go to File…',
      key: ['CtrlCmd+P', 'CtrlCmd+E'],
      menu: { menu: 'go', group: '1_file', order: 1 },
      run: () => state.setState({ palette: 'files' }),
    },
  ];
}

function partCommands({ layout }: Shell): readonly Command[] {
  return [
    {
      id: 'view.toggleSideBar',
      category,
      title: 'Toggle Primary Side Bar Visibility',
      key: 'CtrlCmd+B',
      checked: 'sideBarVisible',
      menu: { menu: 'view', group: '3_parts', order: 1, title: 'Primary Side Bar' },
      run: () => layout.setState(({ sideBar }) => ({ sideBar: { ...sideBar, visible: !sideBar.visible } })),
    },
    {
      id: 'view.togglePanel',
      category,
      title: 'Toggle Panel Visibility',
      key: 'CtrlCmd+J',
      checked: 'panelVisible',
      menu: { menu: 'view', group: '3_parts', order: 2, title: 'Panel' },
      run: () => layout.setState(({ panel }) => ({ panel: { ...panel, visible: !panel.visible } })),
    },
    {
      id: 'view.nextPart',
      category,
      title: 'Focus Next Part',
      key: 'F6',
      menu: { menu: 'view', group: '4_focus', order: 1 },
      run: () => focusNextPart(1),
    },
    {
      id: 'view.previousPart',
      category,
      title: 'Focus Previous Part',
      key: 'Shift+F6',
      run: () => focusNextPart(-1),
    },
  ];
}

/** One `Show …` command for each container and panel view. */
function viewFocusCommands(shell: Shell): readonly Command[] {
  const keys: Readonly<Record<string, string>> = {
    explorer: 'CtrlCmd+Shift+E',
    search: 'CtrlCmd+Shift+F',
    problems: 'CtrlCmd+Shift+M',
    output: 'CtrlCmd+Shift+U',
  };
  const views = shell.views.filter((view) => view.container === 'panel');
  const folding = shell.views.filter((view) => view.folds);
  const show = (id: string, part: string): void => {
    shell.showView(id);
    focusSoon(`${part} [data-autofocus]`);
  };
  return [
    ...shell.containers.map(({ id, title }, order) => {
      const view = shell.views.find((each) => each.container === id);
      const run = (): void => show(view?.id ?? id, '[data-part=sideBar]');
      return focusCommand({ id, title, key: keys[id], order, run });
    }),
    ...folding.map(({ id, title }, order) =>
      focusCommand({ id, title, order: 8 + order, run: () => show(id, `[data-view="${id}"]`) }),
    ),
    ...views.map(({ id, title }, order) =>
      focusCommand({ id, title, key: keys[id], order: 10 + order, run: () => show(id, '[data-part=panel]') }),
    ),
  ];
}

const mostFrames = 600;

/** Gives something the focus as soon as it is drawn: views are loaded when they are first shown. */
function focusSoon(selector: string, frames = mostFrames): void {
  requestAnimationFrame(() => {
    const found = document.querySelector<HTMLElement>(selector);
    if (found) found.focus();
    else if (frames > 0) focusSoon(selector, frames - 1);
  });
}

function focusCommand(view: { id: string; title: string; key?: string; order: number; run(): void }): Command {
  const menu = { menu: 'view', group: '2_views', order: view.order, title: view.title } as const;
  return { id: `view.show.${view.id}`, category, title: `Show ${view.title}`, key: view.key, menu, run: view.run };
}
