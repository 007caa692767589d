import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { contributions } from '../../renderer/entry/contributions.ts';
import type { Connection } from '../../renderer/platform/connection.ts';
import { createShell } from '../../renderer/workbench/createShell.ts';
import { anyCommand, buttonsOf, sourcesIn, type DrawnButton } from '../support/buttons.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Buttons that are no commands: the file, how what a press does begins, and why. */
const others: readonly (readonly [file: string, press: string, reason: string])[] = [
  ['audit/Findings.tsx', 'onSelect', 'chooses a row of a list'],
  ['form/Outline.tsx', '() => onGo(id)', 'goes to a section, as Go to Symbol does'],
  ['keys/RecordKey.tsx', '', 'answers a dialog'],
  ['keys/RecordKey.tsx', 'onClose', 'answers a dialog'],
  ['charts/ChartTools.tsx', 'show', 'opens a menu of commands'],
  ['welcome/WelcomeEditor.tsx', '', 'draws the command that it is given'],
  ['parts/StatusButton.tsx', '() => onClick()', 'draws what it is given'],
  ['parts/HistoryStatus.tsx', "() => notifications.show('warning'", 'says in full what it says in short'],
  ['parts/ActivityBar.tsx', '() => choose(id)', 'a tab of the side bar'],
  ['parts/ActivityBar.tsx', '(event) => {', 'opens a menu of commands'],
  [
    'parts/ConnectionBanner.tsx',
    '() => location.reload()',
    'the host is gone: loads the page anew, as the browser does',
  ],
  ['parts/DialogHost.tsx', '() => dialog.answer(', 'answers a dialog'],
  ['parts/DialogHost.tsx', '', 'answers a dialog'],
  ['editors/Breadcrumbs.tsx', 'onOpen', 'opens the list of a crumb; Focus Breadcrumbs is its command'],
];

const connection = { kind: 'web', call: () => Promise.reject(new Error('no host')), on: () => () => undefined };
const { shell } = createShell(connection as unknown as Connection, contributions);
const known = new Map(shell.allCommands.map((command) => [command.id, command]));
const isAct = (id: string): boolean => known.get(id)?.when?.startsWith(`can.${id}`) ?? false;

const sources = ['renderer/contrib', 'renderer/charts', 'renderer/workbench', 'renderer/base'].flatMap((folder) =>
  sourcesIn(root, folder),
);
const buttons = sources
  .filter(([file]) => !file.startsWith('renderer/base/') || file.endsWith('RunProgress.tsx'))
  .flatMap(([file, text]) => (file.endsWith('.tsx') ? buttonsOf(file, text) : []));
/** Acts that parts offer beside their buttons. */
const offered = new Set(
  sources
    .filter(([file, text]) => file.startsWith('renderer/charts/') || text.includes('useActs('))
    .flatMap(([, text]) => [...text.matchAll(/'(\w+\.\w+)'/g)].map(([, id]) => id!)),
);

/** What is wrong with a button; null: nothing. */
function faultOf({ element, role, commands, runs, press, isSubmit }: DrawnButton): string | null {
  if (element === 'FoldButton' || role !== null || (element === 'StatusButton' && press === null)) return null;
  const unknown = [...commands, ...runs].filter((id) => id !== anyCommand && !known.has(id));
  if (unknown.length > 0) return `runs what is no command: ${unknown.join(', ')}`;
  if (commands.length === 0) return runs.length > 0 ? null : 'is no command';
  const idle = commands.filter((id) => isAct(id) && press === null && !isSubmit && !offered.has(id));
  if (idle.length > 0) return `does nothing: nobody offers ${idle.join(', ')}`;
  const double = commands.filter((id) => !isAct(id) && press !== null);
  return double.length > 0 ? `does by itself what a command does: ${double.join(', ')}` : null;
}

const listed = ({ file, press }: DrawnButton) =>
  others.filter(([of, start]) => file.endsWith(of) && (start === '' ? press === null : press?.startsWith(start)));

describe('buttons', () => {
  it('are found', () => {
    expect(buttons.length).toBeGreaterThan(120);
    expect(buttons.filter(({ commands }) => commands.length > 0).length).toBeGreaterThan(70);
  });

  it.each([
    ['<Button onClick={() => save()}>Save</Button>', 'is no command'],
    ['<button onClick={save}>Save</button>', 'is no command'],
    ['<Button command="no.such" onClick={save}>Save</Button>', 'runs what is no command: no.such'],
    ["<Button onClick={() => void commands.run('no.such')}>Save</Button>", 'runs what is no command: no.such'],
    ['<Button command="form.paste">Paste</Button>', 'does nothing: nobody offers form.paste'],
    ['<Button command="file.save" onClick={save}>Save</Button>', 'does by itself what a command does: file.save'],
    ['<Button command="file.save">Save</Button>', null],
  ])('are judged by what a press does: %s', (source, fault) => {
    const [button] = buttonsOf('Planted.tsx', `export const planted = ${source};`);
    expect(faultOf(button!)).toBe(fault);
  });

  it('run commands, but for those with a reason', () => {
    const faults = buttons
      .filter((button) => listed(button).length === 0)
      .map((button) => ({ button, fault: faultOf(button) }))
      .filter(({ fault }) => fault !== null)
      .map(({ button: { file, element, press }, fault }) => `${file}: ${element} ${press ?? ''} ${fault}`);
    expect(faults).toEqual([]);
  });

  it('that are none are still there, and still none', () => {
    const stale = others.filter(
      (other) => !buttons.some((button) => listed(button).includes(other) && faultOf(button) !== null),
    );
    expect(stale).toEqual([]);
  });

  it('stand behind every command that parts of the page offer', () => {
    const drawn = new Set([...buttons.flatMap(({ commands }) => commands), ...offered]);
    expect([...known.keys()].filter((id) => isAct(id) && !drawn.has(id))).toEqual([]);
  });
});
