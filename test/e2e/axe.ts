import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const themes = ['light', 'dark', 'hc-light', 'hc-dark'] as const;

/** Names, roles and sizes are the same in every theme: they are looked at in light, colours in each. */
const colourRules = ['color-contrast', 'link-in-text-block'];

/** What axe finds on the page as it stands, or in a part of it, in the four themes at 100 and 200 %. */
export async function violations(page: Page, part?: string): Promise<string[]> {
  const found: string[] = [];
  for (const zoom of [1, 2]) {
    await magnify(page, zoom);
    for (const theme of themes) {
      await wear(page, theme);
      found.push(...(await violationsNow(page, theme, part)).map((each) => `${theme}, ${zoom * 100} %: ${each}`));
    }
  }
  await magnify(page, 1);
  await wear(page, 'light');
  return found;
}

/** What the setting does, without leaving the view that is looked at. */
async function magnify(page: Page, zoom: number): Promise<void> {
  await page.locator('html').evaluate((root, value) => root.style.setProperty('zoom', String(value)), zoom);
}

/** High contrast as the system asks for it: the theme of the settings stays "like the system". */
async function wear(page: Page, theme: (typeof themes)[number]): Promise<void> {
  await page.emulateMedia({
    colorScheme: theme.endsWith('light') ? 'light' : 'dark',
    contrast: theme.startsWith('hc') ? 'more' : 'no-preference',
  });
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
}

async function violationsNow(page: Page, theme: string, part?: string): Promise<string[]> {
  // No page is from elsewhere, so that axe need not open another one to gather from: eight looks would be eight pages.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  if (theme !== 'light') axe.withRules(colourRules);
  if (part !== undefined) axe.include(part);
  const { violations: broken } = await axe.analyze();
  return broken.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}
