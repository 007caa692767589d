import { expect, type Locator } from '@playwright/test';
import { test } from './workbench.ts';

test('whatever is dragged is moved by keys too: lines between parts, and tabs within and between groups', async ({
  opened: page,
}) => {
  await page
    .getByRole('main')
    .getByRole('button', { name: /Growing monthly customer/ })
    .first()
    .click();
  await expect(page.getByRole('tab', { name: 'northwind, Form' })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'northwind, Bill' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+J');

  const lines = [
    { name: 'Resize side bar', part: page.locator('.side-bar'), side: 'width', larger: 'ArrowRight', by: [-60, 0] },
    { name: 'Resize panel', part: page.locator('[data-part=panel]'), side: 'height', larger: 'ArrowUp', by: [0, 60] },
    { name: 'Resize editors', part: page.getByTestId('group-1'), side: 'width', larger: 'ArrowRight', by: [-60, 0] },
  ] as const;
  for (const { name, part, side, larger, by } of lines) {
    const line = page.getByRole('separator', { name });
    const size = async () => (await part.boundingBox())![side];
    const before = await size();
    await line.focus();
    await page.keyboard.press(larger);
    await expect.poll(size).toBeGreaterThan(before + 5);
    const larger2 = await size();
    await drag(line, by);
    await expect.poll(size).toBeLessThan(larger2 - 20);
  }

  const tabs = (group: string) => page.getByTestId(group).getByRole('tablist', { name: 'Open editors' });
  const names = (group: string) =>
    tabs(group)
      .getByRole('tab')
      .allInnerTexts()
      .then((all) => all.map((name) => name.split('\n').at(-1)));
  await page.getByTestId('group-1').getByRole('button', { name: 'Open as Text' }).click();
  await expect.poll(() => names('group-1')).toEqual(['Form', 'Text']);
  await page.keyboard.press('ControlOrMeta+Shift+PageUp');
  await expect.poll(() => names('group-1')).toEqual(['Text', 'Form']);
  await page
    .getByRole('tab', { name: /, Form/ })
    .dragTo(page.getByRole('tab', { name: /, Text/ }), { targetPosition: { x: 5, y: 10 } });
  await expect.poll(() => names('group-1')).toEqual(['Form', 'Text']);

  await page.getByRole('tab', { name: /, Text/ }).click();
  await page.keyboard.press('ControlOrMeta+Alt+ArrowRight');
  await expect.poll(() => names('group-2')).toEqual(['Bill', 'Text']);
  await page
    .getByRole('tab', { name: /, Text/ })
    .dragTo(page.getByRole('tab', { name: /, Form/ }), { targetPosition: { x: 5, y: 10 } });
  await expect.poll(() => names('group-1')).toEqual(['Text', 'Form']);
  await expect.poll(() => names('group-2')).toEqual(['Bill']);
  // The same by a menu.
  await page.getByRole('tab', { name: /, Text/ }).press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Move Right' }).press('Enter');
  await expect.poll(() => names('group-1')).toEqual(['Form', 'Text']);

  // At 400 % of a window of 1280 pixels there is room for one group, and nothing is cut off.
  await page.setViewportSize({ width: 320, height: 512 });
  await expect(tabs('group-1')).toBeVisible();
  await expect(tabs('group-2')).toBeHidden();
  await page.keyboard.press('ControlOrMeta+2');
  await expect(tabs('group-2')).toBeVisible();
  await expect(tabs('group-1')).toBeHidden();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(tabs('group-1')).toBeVisible();
  await expect(tabs('group-2')).toBeVisible();
});

async function drag(line: Locator, [x, y]: readonly [number, number]): Promise<void> {
  const { mouse } = line.page();
  const box = (await line.boundingBox())!;
  const [fromX, fromY] = [box.x + box.width / 2, box.y + box.height / 2];
  await mouse.move(fromX, fromY);
  await mouse.down();
  await mouse.move(fromX + x / 2, fromY + y / 2);
  await mouse.move(fromX + x, fromY + y);
  await mouse.up();
}
