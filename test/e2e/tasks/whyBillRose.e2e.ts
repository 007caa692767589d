import { expect } from '@playwright/test';
import { keyboardUser } from '../keyboard.ts';
import { settled, test } from '../workbench.ts';

test('why a bill rose is found, from the month down to the usage, by keyboard alone', async ({ opened: page }) => {
  const user = keyboardUser(page);
  await user.partTo('editors');
  await user.choose(page.getByRole('button', { name: /^Growing monthly customer/ }));
  await expect(page.getByRole('button', { name: /^Total: .* Why\?/ })).toBeVisible();
  await settled(page);
  await user.sees(page.getByRole('tab', { name: 'northwind, Form' }));

  await user.press('ControlOrMeta+2');
  await user.sees(page.getByRole('tab', { name: 'northwind, Bill' }));
  const bar = (name: string) => page.getByRole('button', { name: new RegExp(`^${name}: .* Why\\?`) });
  await user.tabTo(bar('Jan 2026, Included'));
  await user.goTo(bar('Nov 2026, Included'), 'ArrowRight');
  await user.goTo(bar('Nov 2026, Flex'), 'ArrowUp');
  await user.press('Enter');

  const why = page.getByRole('tree', { name: 'Why' });
  const at = why.getByRole('treeitem', { selected: true });
  await expect(at).toHaveAccessibleName(/Flex used in 2026-11/);
  await user.sees(why);
  await user.press('ArrowDown', 'ArrowRight');
  await expect(at).toHaveAccessibleName(/inference\/2026-11-/);
  await expect(at).toHaveAttribute('aria-expanded', 'true');
  await expect(page.getByRole('tabpanel', { name: 'Why' })).toContainText('usage.models');

  await user.command('Close the Reason');
  await user.sees(bar('Nov 2026, Flex'));
});
