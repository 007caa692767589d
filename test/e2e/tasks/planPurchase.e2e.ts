import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import { keyboardUser } from '../keyboard.ts';
import { sampleFile } from '../sampleFile.ts';
import { settled, test } from '../workbench.ts';

test('a purchase is planned, weighed against another and bought, by keyboard alone', async ({
  opened: page,
  workbench,
}) => {
  const user = keyboardUser(page);
  await user.partTo('editors');
  await user.choose(page.getByRole('button', { name: /^How much prepaid/ }));
  await expect(page.getByRole('button', { name: /^Total: .* Why\?/ })).toBeVisible();
  await user.command('Planner: Plan a Prepaid Purchase');
  await user.sees(page.getByRole('tab', { name: 'juniper, Planner' }));
  await expect(page.getByText(/ · 10,000 paths · seed 1/)).toBeVisible();
  await settled(page);
  const answer = page.getByRole('region', { name: 'Answer' });
  const best = Number(/^Buy ([\d,]+) credits/.exec((await answer.getByRole('heading').textContent()) ?? '')?.[1]);
  expect(best).toBeGreaterThan(0);

  const slider = page.getByRole('slider', { name: 'Credits to buy' });
  await user.tabTo(slider);
  await user.press('ArrowRight');
  await expect(page.getByRole('heading', { name: `Buying ${best + 1} credits` })).toBeVisible();
  await user.press('ArrowLeft');
  await expect(page.getByRole('heading', { name: `Buying ${best} credits` })).toBeVisible();
  await user.choose(page.getByRole('button', { name: 'Add this purchase to the scenario' }));
  await user.sees(slider);
  await user.press('ControlOrMeta+s');
  const scenario = await sampleFile(workbench.home, 'juniper.scenario.json');
  await expect.poll(() => readFile(scenario, 'utf8')).toMatch(new RegExp(`"buy-prepaid", "credits": ${best} `));
  expect(path.basename(path.dirname(scenario))).toBe('prepaid-question');
});
