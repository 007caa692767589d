import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import { scenarioOf } from '../support/growth.ts';
import { violations } from './axe.ts';
import { keyboardUser } from './keyboard.ts';
import { keptPlaces } from './keptPlaces.ts';
import { test } from './workbench.ts';

/** One use of two hours a day over the first quarter, and one in the last hour of March that is of April in Berlin. */
const events = Array.from({ length: 90 }, (_, day) => ({
  at: day === 89 ? '2026-03-31T22:30:00Z' : new Date(Date.UTC(2026, 0, 2 + day, 9)).toISOString(),
  meter: 'training',
  quantity: 90,
  id: `job-${day}`,
}));

test('a ledger is grouped by cause and by month, its sums read, copied, and there again after a restart', async ({
  page,
  context,
  workbench,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await mkdir(workbench.folder, { recursive: true });
  const scenario = scenarioOf({
    timeZone: 'Europe/Berlin',
    horizon: { start: '2026-01-01', end: '2026-06-01' },
    usage: { events },
  });
  await writeFile(path.join(workbench.folder, 'acme.scenario.json'), JSON.stringify(scenario));
  const kept = keptPlaces(page);
  await page.goto(await workbench.start(workbench.folder));
  const user = keyboardUser(page);
  await expect(page.getByRole('heading', { name: 'Plans' })).toBeAttached();
  await user.command('Bill: Run and Write Ledger');
  const plain = page.getByRole('grid', { name: 'Ledger Acme' });
  await expect(plain.getByRole('row').nth(1)).toContainText('subscribe');
  await plain.focus();

  // By cause: the lines of all usage are one group.
  for (let column = 1; column < 15; column++) await page.keyboard.press('ArrowRight');
  await user.command('Grid: Group by Column');
  const grid = page.getByRole('treegrid', { name: 'Ledger Acme' });
  const usage = grid.getByRole('row', { name: /^usage\.events 90 rows/ });
  await expect(usage).toHaveAttribute('aria-expanded', 'false');
  await user.press('ControlOrMeta+ArrowDown', 'ArrowRight');
  await expect(usage).toHaveAttribute('aria-expanded', 'true');
  for (let column = 0; column < 6; column++) await user.press('ArrowRight');
  await expect(usage.locator('.grid-cursor')).toHaveText('270');

  // By month, from the column's own menu: in the time zone of the scenario.
  await user.press('Home', 'ArrowRight', 'ArrowRight', 'Alt+ArrowDown');
  await expect(page.getByRole('menu', { name: 'Column At (UTC)' })).toBeVisible();
  await user.press('ArrowDown', 'ArrowDown', 'ArrowDown');
  await user.sees(page.getByRole('menuitem', { name: 'Group by This' }));
  await user.press('Enter');
  await expect(page.getByText('Grouped by At (UTC), month in Europe/Berlin: 6 groups')).toBeVisible();
  await expect(grid).toBeFocused();
  const months = (at: number) => grid.getByRole('row', { level: 1 }).nth(at);
  await expect(months(0).locator('.grid-cursor')).toBeVisible();
  await expect(months(3)).toHaveAccessibleName(/^2026-04 3 rows/);

  // January is unfolded and folded again, and its rows lead back to it.
  await user.press('ArrowRight');
  await expect(months(0)).toHaveAttribute('aria-expanded', 'true');
  await expect(grid).toHaveAttribute('aria-rowcount', String(1 + 6 + 32));
  const cursor = grid.locator('.grid-row-cursor');
  await user.press('ArrowDown', 'ArrowDown');
  await expect(cursor).toHaveAttribute('aria-level', '2');
  await user.press('ArrowLeft');
  await expect(cursor).toHaveAccessibleName(/^2026-01 32 rows/);
  await user.press('Enter');
  await expect(months(0)).toHaveAttribute('aria-expanded', 'false');
  await expect(grid).toHaveAttribute('aria-rowcount', '7');

  // The sums of the quarter go to the clipboard.
  await user.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+Space', 'ControlOrMeta+Shift+C');
  await expect(page.getByText('Copied 3 rows, 17 columns.')).toBeAttached();
  const copied = (await page.evaluate(() => navigator.clipboard.readText()))
    .split('\n')
    .map((line) => line.split('\t'));
  expect(copied.map((line) => [line[0], line[1], line[6]])).toEqual([
    ['At (UTC)', 'Rows', 'Credits'],
    // The grants of 150, 3 for each use, and what expired of the month before: 60, then 66.
    ['2026-01', '32', '240'],
    ['2026-02', '30', '294'],
    ['2026-03', '33', '309'],
  ]);
  expect(await violations(page, '.ledger')).toEqual([]);

  // March is unfolded, and two of its cells and two of the months' are selected when the host is killed.
  await user.press('ArrowRight');
  await expect(months(2)).toHaveAttribute('aria-expanded', 'true');
  await user.press('ArrowDown', 'ArrowUp', 'Shift+ArrowUp');
  await user.press('Control+Shift+Space', 'ArrowDown', 'ArrowDown', 'Shift+ArrowRight');
  const selected = () => grid.locator('[aria-colindex][aria-selected=true]').allTextContents();
  const both = ['2026-0230 rows', '2026-0333 rows', '2026-02-28 23:00:00', '63'];
  await expect.poll(selected).toEqual(both);
  const ranges = '"ranges":[{"top":1,"bottom":2,"left":0,"right":0},{"top":3,"bottom":3,"left":0,"right":1}]';
  await expect.poll(() => kept.at(-1)).toContain(ranges);
  await workbench.kill();
  await page.goto(await workbench.start(workbench.folder));
  await expect(months(2)).toHaveAttribute('aria-expanded', 'true');
  await expect.poll(selected).toEqual(both);

  // A row is found in a month that is folded, which unfolds; then there are no groups any more.
  await grid.focus();
  await user.press('ControlOrMeta+F');
  await page.getByRole('textbox', { name: 'Find' }).fill('job-3');
  await expect(page.getByRole('search').getByRole('status')).toHaveText('1 of 11');
  await expect(months(0)).toHaveAttribute('aria-expanded', 'true');
  await expect(grid.locator('.grid-found')).toHaveText('job-3');
  await user.press('Escape');
  await user.command('Grid: Remove Grouping');
  await expect(plain).toHaveAttribute('aria-rowcount', '102');
});
