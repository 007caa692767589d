import { expect } from '@playwright/test';
import { violations } from '../axe.ts';
import { keyboardUser } from '../keyboard.ts';
import { test } from '../workbench.ts';

test('a ledger is audited along its walkthrough by keyboard alone, and what is done is known after a restart', async ({
  opened: page,
  workbench,
}) => {
  const user = keyboardUser(page);
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  await expect(page.getByRole('heading', { name: 'Learn by doing' })).toBeVisible();
  await user.partTo('editors');
  await user.choose(button(/^Audit a ledger 0 of 5/));
  await user.sees(button('Not done Open the sample'));

  await user.choose(button('Open a Copy'));
  await user.sees(button('Not done Set the rows against the terms'));
  await expect(page.getByRole('listitem').filter({ hasText: 'Set the rows' })).toHaveAttribute('aria-current', 'step');
  await user.choose(button('Choose the Files'));
  await user.sees(page.getByRole('tab', { name: 'Audit harbor-rows.csv' }));

  await user.partTo('sideBar');
  await user.sees(button('Not done Recompute every row'));
  await user.choose(button('Run the Audit'));
  const verdict = page.getByRole('group', { name: 'Verdict' });
  await expect(verdict).toContainText('40 findings');
  await expect(verdict).toContainText('row 231');
  await expect(page.getByText('Prepaid credits were drawn before included ones').first()).toBeVisible();

  await user.partTo('sideBar');
  await user.choose(button('Show the Findings'));
  const findings = page.getByRole('list', { name: 'Findings' });
  await user.choose(findings.getByRole('button').first());
  await expect(page.getByText(/row 231/i).first()).toBeVisible();

  await user.partTo('sideBar');
  await user.choose(button('Write the Evidence Pack'));
  await expect(page.getByText(/^The evidence was written to reports\//)).toBeVisible();
  await expect(page.getByRole('progressbar', { name: 'Audit a ledger' })).toHaveAttribute(
    'aria-valuetext',
    '5 of 5 done',
  );
  expect(await violations(page, '.side-bar')).toEqual([]);

  await page.goto(await workbench.start());
  await expect(page.getByRole('button', { name: /^Workspace .*billed-wrongly/ })).toBeVisible();
  await user.command('Help: Welcome');
  await user.partTo('editors');
  const welcome = page.getByRole('tabpanel', { name: 'Welcome' });
  await user.tabTo(welcome.getByRole('button', { name: /^Audit a ledger 5 of 5/ }));
  await expect(welcome.getByRole('button', { name: /^Plan a purchase 0 of 5/ })).toBeVisible();
});
