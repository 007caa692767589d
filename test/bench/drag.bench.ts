import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium as browsers, type Page } from '@playwright/test';
import { ensureBuilt } from '../../main/launch/ensureBuilt.mjs';
import { chromium, chromiumFlags } from '../support/chromium.ts';
import { startHost } from '../support/startHost.ts';
import { report } from './measure.ts';

const times = 21;
/** Longer than changes must rest before the whole sample is asked for. */
const restMs = 1500;

interface Drag {
  readonly editor: string;
  readonly slider: string;
  /** What must change for the answer to be there. */
  readonly answer: string;
}

const forecast = { editor: 'Forecast: Open', answer: '.forecast-summary' };
const drags: readonly Drag[] = [
  { ...forecast, slider: 'Usage' },
  { ...forecast, slider: 'Growth a month, added' },
  { ...forecast, slider: 'Spread of the noise' },
  { editor: 'Plan a Prepaid Purchase', slider: 'Credits to buy', answer: '.quantity-line' },
];

/**
 * From the key that moves a slider, as the system stamped it, until the frame that shows other figures is drawn. What the page
 * does before it takes the key counts too.
 */
async function answerMs(page: Page, { slider, answer }: Drag): Promise<number> {
  await page.getByRole('slider', { name: slider, exact: true }).focus();
  await page.evaluate((selector) => {
    const figures = () => document.querySelector(selector)?.textContent ?? '';
    const before = figures();
    const { body } = document;
    delete body.dataset['answerMs'];
    const look = (from: number) => {
      if (figures() === before) return void requestAnimationFrame(() => look(from));
      const drawn = new MessageChannel();
      drawn.port1.onmessage = () => (body.dataset['answerMs'] = String(performance.now() - from));
      drawn.port2.postMessage(null);
    };
    document.addEventListener('keydown', ({ timeStamp }) => look(timeStamp), { once: true, capture: true });
  }, answer);
  await page.keyboard.press('ArrowRight');
  const shown = await page.waitForFunction(() => document.body.dataset['answerMs']);
  return Number(await shown.jsonValue());
}

async function open(page: Page, address: string, sample: RegExp, { editor }: Drag): Promise<void> {
  await page.goto(address);
  await page.getByRole('main').getByRole('button', { name: sample }).first().click();
  await page.getByRole('button', { name: /^Total: .* Why\?/ }).waitFor();
  await page.keyboard.press('ControlOrMeta+Shift+P');
  await page.getByRole('combobox', { name: 'Command palette' }).fill(`>${editor}`);
  await page.getByRole('option', { name: editor }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.getByText(/10,000 paths · seed 1/).waitFor();
  await page.waitForTimeout(restMs);
}

async function measureDrag(sample: RegExp, drag: Drag): Promise<void> {
  const home = await mkdtemp(path.join(tmpdir(), 'drawdown-bench-'));
  const browser = await browsers.launch({
    ...(chromium === undefined ? {} : { executablePath: chromium }),
    chromiumSandbox: process.getuid?.() !== 0,
    args: [...chromiumFlags],
  });
  const host = await startHost([], home);
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await open(page, host.address, sample, drag);
  const all: number[] = [];
  for (let time = 0; time < times; time++) {
    all.push(await answerMs(page, drag));
    await page.waitForTimeout(100);
  }
  await browser.close();
  await host.stop();
  await rm(home, { recursive: true, force: true });
  const sorted = all.toSorted((a, b) => a - b);
  const text = `median ${sorted[times >> 1]!.toFixed(0)} ms, worst ${sorted.at(-1)!.toFixed(0)} ms (limit 100)`;
  report(`drag: ${drag.slider} on ${sample.source}`, text);
}

await ensureBuilt(['web', 'renderer'], () => undefined);
for (const drag of drags) {
  for (const sample of [/Growing monthly/, /How much prepaid/]) await measureDrag(sample, drag);
}
