import { expect, it } from 'vitest';
import type { Command, MenuPlace } from '../../../../renderer/platform/command.ts';
import { menuItems } from '../../../../renderer/platform/menuItems.ts';

function command(id: string, menu: Command['menu']): Command {
  return { id, title: id, menu, run: () => undefined };
}

function file(group: string, order: number, title?: string): MenuPlace {
  return { menu: 'file', group, order, ...(title === undefined ? {} : { title }) };
}

it('a menu has its entries by group, then by order, under the titles that the places give', () => {
  const commands = [
    command('close', file('5_close', 1)),
    command('save', [file('4_save', 2, 'Save It'), { menu: 'edit' }]),
    command('saveAll', file('4_save', 1)),
    command('undo', { menu: 'edit' }),
  ];
  expect(menuItems(commands, 'file').map((group) => group.map((item) => item.title))).toEqual([
    ['saveAll', 'Save It'],
    ['close'],
  ]);
  expect(menuItems(commands, 'run')).toEqual([]);
});
