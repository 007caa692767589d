import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { violations } from './axe.ts';
import { test } from './workbench.ts';

/** The sample's own ledger as a German system would export it. Gives the file. */
async function germanExport(page: Page, home: string): Promise<{ readonly file: string; readonly rows: number }> {
  await page
    .getByRole('main')
    .getByRole('button', { name: /Growing monthly customer/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Write ledger' }).click();
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toContainText('subscribe');
  await page.getByRole('button', { name: 'Export…' }).click();
  await page.getByRole('option', { name: /^CSV/ }).click();
  const files = async () => (await readdir(home, { recursive: true })).filter((file) => /northwind.*\.csv$/.test(file));
  await expect.poll(async () => (await files()).length).toBe(1);
  const own = await readFile(path.join(home, (await files())[0]!), 'utf8');
  const file = path.join(home, 'Abrechnung.csv');
  const lines = own
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/);
  const rows = lines.slice(1).map((line) => line.split(','));
  const at = lines[0]!.split(',');
  const german = rows.filter((cells) => cells[at.indexOf('kind')]! in kinds).map((cells) => germanRow(cells, at));
  await writeFile(file, `${[columns.map(([, name]) => name).join(';'), ...german].join('\r\n')}\r\n`);
  return { file, rows: german.length };
}

const kinds: Readonly<Record<string, string>> = {
  use: 'Verbrauch',
  grant: 'Gutschrift',
  expire: 'Verfall',
  forfeit: 'Rückgabe',
  purchase: 'Kauf',
  'flex-close': 'Flex-Abschluss',
};
const columns = [
  ['at', 'Datum'],
  ['kind', 'Art'],
  ['id', 'Nr'],
  ['meter', 'Leistung'],
  ['quantity', 'Menge'],
  ['credits', 'Credits'],
  ['included', 'Paket'],
  ['prepaid', 'Guthaben'],
  ['flex', 'Flex'],
  ['includedAfter', 'Paket danach'],
] as const;

function germanRow(cells: readonly string[], names: readonly string[]): string {
  const texts = columns.map(([column]) => {
    const text = cells[names.indexOf(column)]!;
    if (column === 'at') return text;
    if (column === 'kind') return kinds[text]!;
    return /^-?\d+\.\d+$/.test(text) ? text.replace('.', ',') : text;
  });
  return texts.join(';');
}

/** Goes on with Tab until the control of that label has the focus. */
async function tabTo(page: Page, label: string): Promise<void> {
  for (let count = 0; count < 150; count++) {
    const focused = await page.evaluate(() => {
      const { activeElement: element } = document;
      const labels = element instanceof HTMLSelectElement ? [...element.labels] : [];
      return [element?.textContent, ...labels.map(({ textContent }) => textContent)];
    });
    if (focused.includes(label)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${label} is not reached by keyboard`);
}

async function openAudit(page: Page): Promise<void> {
  // The palette gives way to the folder that is still being opened.
  await expect(page.getByRole('treeitem', { name: 'northwind.scenario.json' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Shift+P');
  await page.getByRole('combobox', { name: 'Command palette' }).fill('>Audit a Ledger');
  await page
    .getByRole('option', { name: /Audit a Ledger/ })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Audit', level: 1 })).toBeVisible();
}

async function addFile(page: Page, file: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Add files…' }).focus();
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(file);
}

test('a foreign ledger is mapped and audited by keyboard, and its format is known again', async ({
  opened: page,
  workbench,
}) => {
  const { file, rows } = await germanExport(page, workbench.home);
  await openAudit(page);
  await addFile(page, file);
  const pane = page.getByRole('region', { name: 'How Abrechnung.csv is read' });
  await expect(pane).toContainText('a first guess');
  await expect(page.getByRole('button', { name: 'Run audit' })).toBeDisabled();
  await expect(pane.getByRole('combobox', { name: 'Numbers are written' })).toHaveValue(',');
  await expect(pane.getByRole('combobox', { name: /^Rückgabe/ })).toHaveCount(0);
  await expect(pane).toContainText('Every row can be read');
  expect(await violations(page)).toEqual([]);

  await tabTo(page, 'Numbers are written');
  await page.keyboard.press('Home');
  await expect(pane.getByRole('group', { name: 'Rows that cannot be read' })).toContainText('not of the form');
  await pane.getByRole('combobox', { name: 'Numbers are written' }).selectOption(',');
  await expect(pane).toContainText('Every row can be read');
  await tabTo(page, 'Use this map');
  await page.keyboard.press('Enter');
  await expect(pane).toBeHidden();
  await page.keyboard.press('ControlOrMeta+Enter');
  const verdict = page.getByRole('group', { name: 'Verdict' });
  await expect(verdict).toContainText('Clean');
  await expect(verdict).toContainText(`${rows.toLocaleString('en')} rows`);

  await addFile(page, file);
  await expect(page.getByText('is read as the last file with these columns was')).toBeVisible();
  await page.getByRole('button', { name: 'Check or change' }).focus();
  await page.keyboard.press('Enter');
  await tabTo(page, 'Save map…');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/saved as maps\/Abrechnung\.map\.json/).first()).toBeVisible();
});

test('files that no map can read are refused by name, before anything is computed', async ({
  opened: page,
  workbench,
}) => {
  await page
    .getByRole('main')
    .getByRole('button', { name: /Growing monthly customer/ })
    .first()
    .click();
  await openAudit(page);
  const sheet = path.join(workbench.home, 'ledger.xlsx');
  await writeFile(sheet, Buffer.from('PK\u0003\u0004 and so on'));
  await addFile(page, sheet);
  await expect(page.getByText(/Export the sheet as CSV/).first()).toBeVisible();
  const cut = path.join(workbench.home, 'cut.csv');
  await writeFile(cut, 'Datum;Art;Credits\n01.01.2026;Verbrauch;1,5\n02.01.2026;Verbr');
  await addFile(page, cut);
  const pane = page.getByRole('region', { name: 'How cut.csv is read' });
  await expect(pane.getByRole('group', { name: 'Rows that cannot be read' })).toContainText(
    '2 cells, and the header has 3',
  );
  await expect(pane).toContainText('One row is left out');
  await expect(page.getByRole('button', { name: 'Run audit' })).toBeDisabled();
});

test('a file dropped on the window is audited, whatever is in front; its damaged rows are told', async ({
  opened: page,
}) => {
  await page
    .getByRole('main')
    .getByRole('button', { name: /Growing monthly customer/ })
    .first()
    .click();
  await expect(page.getByRole('treeitem', { name: 'northwind.scenario.json' })).toBeVisible();
  const header =
    'seq,at,kind,id,meter,quantity,credits,included,prepaid,flex,blocked,includedAfter,prepaidAfter,flexMonthAfter,rule,cause,flags';
  const text = `${header}\n1,2026-01-01T05:00:00Z,grant,,,,150,150,,,,150,0,0,R4,1,\n2,never,use,"open`;
  const dropped = await page.evaluateHandle((content) => {
    const data = new DataTransfer();
    data.items.add(new File([content], 'dropped.csv'));
    return data;
  }, text);
  // On the explorer it would be copied into the folder instead.
  await page.getByRole('tabpanel', { name: 'northwind, Form' }).dispatchEvent('drop', { dataTransfer: dropped });
  await expect(page.getByRole('combobox', { name: 'Ledger', exact: true })).toHaveValue(/^upload:/);
  await page.getByRole('button', { name: 'Run audit' }).click();
  await expect(page.getByRole('group', { name: 'Rows that could not be read' })).toContainText(
    'a quote is never closed',
  );
});
