import type { Command } from '../../platform/command.ts';

/** Keys that belong together, by the commands that they run. */
export interface KeySection {
  readonly title: string;
  readonly text: string;
  readonly commands: readonly string[];
}

export const keySections: readonly KeySection[] = [
  {
    title: 'Getting about',
    text: 'Each part of the window is reached in turn. Bars and lists are one stop of Tab each; arrow keys walk within them.',
    commands: [
      'view.nextPart',
      'view.previousPart',
      'editor.focusGroup1',
      'editor.focusGroup2',
      'go.nextEditor',
      'go.previousEditor',
      'go.back',
      'editor.close',
    ],
  },
  {
    title: 'Finding things',
    text: 'Everything that can be done is a command, and all of them are in the palette. Shift+F10 or the menu key opens the menu of what has the focus: a file, a tab, a row, a chart, a finding.',
    commands: [
      'view.commandPalette',
      'view.contextMenu',
      'go.file',
      'go.symbol',
      'go.line',
      'settings.open',
      'keys.open',
    ],
  },
  {
    title: 'Charts and rows',
    text: 'These are about the chart, the row or the part with the focus. Where the focus is in none, the palette asks which.',
    commands: [
      'chart.zoomIn',
      'chart.zoomOut',
      'chart.showAll',
      'chart.panLeft',
      'chart.panRight',
      'row.add',
      'row.duplicate',
      'row.moveUp',
      'row.moveDown',
      'row.remove',
      'fold.fold',
      'fold.unfold',
    ],
  },
  {
    title: 'What the app tells',
    text: 'Results, saves and undone steps are announced as they happen. Problems, reasons and notices can be read again. A scenario as text is read in screen reader mode.',
    commands: [
      'view.screenReader',
      'view.show.problems',
      'go.nextProblem',
      'why.focus',
      'view.show.output',
      'notifications.show',
    ],
  },
  {
    title: 'Seeing it well',
    text: 'Themes of high contrast are taken where the system asks for them. Reduced motion and font size are settings.',
    commands: ['view.zoomIn', 'view.zoomOut', 'view.zoomReset', 'settings.colorTheme', 'view.zen'],
  },
];

/** How the parts that are no form are worked with, whatever the keys of commands are. */
export const partKeys: readonly { readonly part: string; readonly text: string }[] = [
  {
    part: 'Charts',
    text: 'Arrow keys walk over the points and read them out; Enter chooses. Each chart has its figures as a table.',
  },
  {
    part: 'Tables of rows',
    text: 'Arrow keys, Page Up and Down, Home and End walk over the cells; Enter asks a row why.',
  },
  { part: 'Trees', text: 'Right unfolds, Left folds or goes to the parent, Enter opens.' },
  {
    part: 'Text',
    text: 'Tab indents. Ctrl+M (on a Mac Ctrl+Shift+M) makes Tab leave the text, and back. In the text, Alt+F1 tells its own keys.',
  },
];

/** Commands of one kind of editor alone. */
export function commandsOfEditor(commands: readonly Command[], editor: string): readonly Command[] {
  const of = new RegExp(`\\beditor == ${editor}\\b`);
  return commands.filter(({ when, palette }) => palette !== false && when !== undefined && of.test(when));
}
