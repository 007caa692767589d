import { expect, it } from 'vitest';
import type { Connection } from '../../../../../renderer/platform/connection.ts';
import { createShell } from '../../../../../renderer/workbench/createShell.ts';
import { menuEntries } from '../../../../../renderer/workbench/parts/menuEntries.ts';

const connection = {
  kind: 'web',
  call: () => Promise.resolve(null),
  on: () => () => undefined,
  watch: () => () => undefined,
} as unknown as Connection;

it('the menu says what would be undone, and no more than its title where there is nothing', () => {
  const { shell } = createShell(connection, []);
  const titles = () => menuEntries(shell, 'edit')[0]!.map(({ title }) => title);
  expect(titles()).toEqual(['Undo', 'Redo']);
  shell.context.set('undoes', 'Change price of Team');
  expect(titles()).toEqual(['Undo: Change price of Team', 'Redo']);
  shell.context.set('undoes', null);
  shell.context.set('redoes', 'Remove plan');
  expect(titles()).toEqual(['Undo', 'Redo: Remove plan']);
});
