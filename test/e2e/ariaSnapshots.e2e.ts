import { expect, type Page } from '@playwright/test';
import { settled, test } from './workbench.ts';

// What the main views are to somebody who hears them: parts, names, states and figures, in the order of reading.

async function command(page: Page, title: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Shift+P');
  await page.getByRole('combobox', { name: 'Command palette' }).fill(`>${title}`);
  await expect(page.getByRole('option', { name: title }).first()).toBeVisible();
  await page.keyboard.press('Enter');
}

async function openSample(page: Page): Promise<void> {
  await page
    .getByRole('main')
    .getByRole('button', { name: /Growing monthly customer/ })
    .first()
    .click();
  await expect(page.getByRole('button', { name: /^Total: .* Why\?/ })).toBeVisible();
}

const view = (page: Page, name: string | RegExp) => page.getByRole('tabpanel', { name });

test('the workbench: menu, activity bar, side bar, editors, status bar', async ({ opened: page }) => {
  await openSample(page);
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - banner:
      - heading "Drawdown" [level=1]
      - menubar "Menu":
        - menuitem "File"
        - menuitem "Edit"
        - menuitem "View"
        - menuitem "Go"
        - menuitem "Run"
        - menuitem "Help"
    - main "Workbench":
      - navigation "Activity bar":
        - toolbar "Views":
          - button "Explorer" [pressed]
      - region "Explorer":
        - heading "Explorer" [level=2]
        - tree "Files of growing-monthly":
          - treeitem "usage" [expanded] [level=1]
          - treeitem "january-february.csv" [level=2]
          - treeitem "northwind.scenario.json" [level=1] [selected]
      - separator "Resize side bar"
      - region "Editors":
        - region "Editor group 1":
          - tablist "Open editors":
            - tab "northwind, Form" [selected]
          - toolbar "Editor actions":
            - button "Open as Text"
          - navigation "Breadcrumbs of editor group 1"
          - tabpanel "northwind, Form"
        - region "Editor group 2":
          - tablist "Open editors":
            - tab "northwind, Bill" [selected]
          - tabpanel "northwind, Bill"
    - contentinfo "Status bar":
      - 'button "0 errors, 0 warnings: show problems"'
    - region "Notifications"
  `);
});

test('a scenario and its bill: every amount is a button that answers why', async ({ opened: page }) => {
  await openSample(page);
  await expect(view(page, 'northwind, Form')).toMatchAriaSnapshot(`
    - navigation "Sections of the scenario":
      - list:
        - listitem:
          - button "General"
        - listitem:
          - button "Catalog"
    - region "General":
      - heading "General" [level=2]
      - textbox "Name": Northwind Vision 2026
      - combobox "Currency": USD
      - combobox "Time zone": America/New_York
      - textbox "First day": 2026-01-01
      - textbox "End (not included)": 2027-01-01
    - region "Catalog":
      - heading "Catalog" [level=2]
      - table:
        - rowgroup:
          - row:
            - columnheader "Plan"
            - columnheader "Cycle"
            - columnheader "Fee"
  `);
  await expect(view(page, 'northwind, Bill')).toMatchAriaSnapshot(`
    - heading "Northwind Vision 2026" [level=1]
    - 'button "Total: $4,196.00. Why?"'
    - 'button "Subscription: $3,588.00. Why?"'
    - 'button "Credits granted: 1,800 credits granted. Why?"'
    - 'button "Prepaid: $240.00. Why?"'
    - 'button "Flex: $368.00. Why?"'
    - region "Credits":
      - heading "Demand was met by" [level=2]
      - term: Included
      - definition:
        - 'button "Included, credits: 1,530.484003332. Why?"'
      - term: Prepaid
      - term: Flex
      - term: Blocked
      - heading "Lost and changed" [level=2]
      - heading "At the end" [level=2]
    - region "Credits by month":
      - button "Show “Credits by month” as a table"
      - group /Credits by month. Credits used in each month/
    - region "Invoices":
      - heading "Invoices" [level=2]:
        - button "Invoices" [expanded]
      - table:
        - rowgroup:
          - row:
            - columnheader "Invoice"
            - columnheader "Date"
            - columnheader "For"
            - columnheader "Credits"
            - columnheader "Unit price"
            - columnheader "Amount"
  `);
});

test('a ledger: a grid that tells its rows, columns and where it is', async ({ opened: page }) => {
  await openSample(page);
  await page.getByRole('button', { name: 'Write ledger' }).click();
  const grid = page.getByRole('grid').first();
  await expect(grid.getByRole('row').nth(1)).toBeVisible();
  await expect(grid).toHaveAttribute('aria-rowcount', /^\d{4}$/);
  await expect(grid).toMatchAriaSnapshot(`
    - rowgroup:
      - row:
        - columnheader /^#/
        - columnheader /^At \\(UTC\\)/
        - columnheader /^Kind/
        - columnheader /^Meter/
    - rowgroup:
      - row:
        - rowheader "1"
        - gridcell "2026-01-01 05:00:00"
  `);
  // Columns come as they are gone to; the one that names the rows stays.
  await expect(grid).toHaveAttribute('aria-colcount', '17');
  await grid.focus();
  await page.keyboard.press('End');
  await expect(grid).toMatchAriaSnapshot(`
    - rowgroup:
      - row:
        - columnheader /^#/
        - columnheader /^Cause/
        - columnheader /^Id/
        - columnheader /^Flags/
    - rowgroup:
      - row:
        - rowheader "1"
  `);
});

test('a forecast: what is asked, the range, and charts with their tables', async ({ opened: page }) => {
  await openSample(page);
  await command(page, 'Forecast: Open');
  await expect(page.getByText('10,000 paths · seed 1')).toBeVisible();
  await settled(page);
  await expect(view(page, 'northwind, Forecast')).toMatchAriaSnapshot(`
    - 'heading "Forecast: Northwind Vision 2026" [level=1]'
    - textbox "Budget"
    - textbox "Percentiles": 10, 25, 50, 75, 90
    - combobox "Paths"
    - textbox "Seed": "1"
    - region "What if":
      - heading "What if" [level=2]
      - button "Reset" [disabled]
      - slider "Usage": "100"
      - spinbutton "Usage, as a number": "100"
    - group "Total": /P50.*mean.*P10.*P90.*/
    - region "Alerts":
      - heading "Alerts" [level=2]
    - region "Cumulative cost":
      - heading "Cumulative cost" [level=3]
      - button "Show “Cumulative cost” as a table"
  `);
});

test('an audit: what is audited, the verdict, and each line of an invoice beside what is due', async ({
  opened: page,
}) => {
  await openSample(page);
  await page.getByRole('button', { name: 'Write ledger' }).click();
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toContainText('subscribe');
  await page.getByRole('treeitem', { name: 'northwind.ledger' }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Audit This Ledger…' }).click();
  await page.getByRole('button', { name: 'Run audit' }).click();
  await expect(page.getByRole('group', { name: 'Verdict' })).toContainText('Clean');
  await expect(view(page, 'Audit northwind')).toMatchAriaSnapshot(`
    - heading "Audit of Northwind Vision 2026" [level=1]
    - button "Evidence pack"
    - button "Run audit"
    - group "What is audited":
      - combobox "Terms":
        - option "northwind.scenario.json" [selected]
      - combobox "Ledger":
        - option "northwind.ledger" [selected]
      - combobox "Usage record":
        - 'option "None: taken from the ledger" [selected]'
      - combobox "Invoices"
      - combobox "Map of a foreign export"
      - textbox "Head digest kept from earlier"
    - group "Verdict":
      - paragraph: Clean
    - region "Tie-out of invoice lines":
      - heading "Tie-out of invoice lines" [level=2]
      - group "Tie-out of invoice lines":
        - table:
          - rowgroup:
            - row "Tied Invoice Issued Line Due Charged Difference":
              - columnheader "Tied"
              - columnheader "Difference"
          - rowgroup:
            - row "Tied 1 2026-01-01 Subscription $299.00 $299.00":
              - cell "Tied":
                - img "Tied"
              - rowheader "Subscription"
  `);
});

test('a plan and the settings: each field with its name, each choice with what it says', async ({ opened: page }) => {
  await openSample(page);
  await command(page, 'Plan a Prepaid Purchase');
  await expect(page.getByRole('heading', { name: 'Buy nothing' })).toBeVisible();
  await settled(page);
  await expect(view(page, 'northwind, Planner')).toMatchAriaSnapshot(`
    - 'heading "Prepaid plan: northwind" [level=1]'
    - textbox "Buy on"
    - combobox "Goal":
      - option "Least expected cost" [selected]
    - textbox "At most"
    - textbox "A credit left over is worth"
    - textbox "Cost of capital a year"
    - combobox "Purchases":
      - option "One" [selected]
    - region "Answer":
      - heading "Buy nothing" [level=2]
      - term: Expected cost
      - definition: /\\$[\\d,]+\\.\\d\\d/
    - region "Cost by quantity":
      - heading "Cost by quantity" [level=3]
      - button "Show “Cost by quantity” as a table"
      - group /Cost by quantity\\. Expected cost and P90 for every whole quantity/
    - slider "Credits to buy"
    - spinbutton "Credits to buy, as a number"
    - button "Add this purchase to the scenario" [disabled]
  `);
  await page.keyboard.press('ControlOrMeta+,');
  await expect(view(page, 'Settings')).toMatchAriaSnapshot(`
    - searchbox "Search settings"
    - radiogroup "Whose settings":
      - radio "User" [checked]
      - radio "Workspace"
    - button "Open settings.json"
    - region "Appearance":
      - heading "Appearance" [level=2]
      - heading "Color theme" [level=3]
      - combobox "Color theme":
        - option "Like the System" [selected]
      - heading "Zoom" [level=3]
      - textbox "Zoom": "0"
    - region "Text editor":
      - checkbox "Long lines go on in the next one, instead of being scrolled to."
  `);
});
