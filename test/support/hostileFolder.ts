import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** An element that does harm where a text is taken for HTML. Whatever is made of it carries `data-evil`. */
export const evilTag = '<img data-evil src=x onerror=globalThis.evil=1>';

/** A file name cannot hold a slash: everything else of the element it can. */
export const hostileNames = {
  folder: `<svg data-evil onload=globalThis.evil=1> \${7*7}`,
  scenario: `'';alert(1);''.scenario.json`,
  broken: `${evilTag}.scenario.json`,
  usage: `${evilTag}.csv`,
} as const;

/** Texts of a scenario that each try another way out of being text. */
export const hostileTextsOf = {
  name: `${evilTag}<script data-evil>globalThis.evil=1</script> \u202Egpj.exe \${7*7} {{7*7}} ${'a'.repeat(200)}`,
  plan: `<svg data-evil onload=globalThis.evil=1>`,
  planName: `"><iframe data-evil srcdoc="<script>parent.evil=1</script>"></iframe>`,
  meter: `javascript:globalThis.evil=1//<a data-evil href=javascript:alert(1)>`,
  unit: `</style><style data-evil>*{display:none}</style>`,
  model: `\u202E%s%n <details data-evil open ontoggle=globalThis.evil=1>`,
  lot: `=HYPERLINK("http://evil.test","<b data-evil>")`,
} as const;

const { name, plan, planName, meter, unit, model, lot } = hostileTextsOf;

const scenario = {
  format: 'drawdown.scenario/1',
  name,
  currency: 'USD',
  horizon: { start: '2026-01-01', end: '2026-07-01' },
  plans: [
    {
      id: plan,
      name: planName,
      kind: 'paid',
      cycle: 'monthly',
      fee: 100,
      includedCredits: 20,
      flexPrice: 4,
      prepaidPrices: [{ from: 0, unitPrice: 3 }],
    },
  ],
  meters: [{ id: meter, unit, runs: 'hosted', rates: [{ from: '2026-01-01', credits: 1 }] }],
  timeline: [
    { at: '2026-01-01', do: 'subscribe', plan },
    { at: '2026-02-01', do: 'buy-prepaid', credits: 30, id: lot },
  ],
  usage: {
    files: [{ path: `usage/${hostileNames.usage}` }],
    models: [{ id: model, meter, level: 2, per: 'day', from: '2026-02-01', noise: { kind: 'lognormal', cv: 0.5 } }],
  },
};

/** Writes a folder as an attacker would send it, below another one; gives its path. */
export async function makeHostileFolder(below: string): Promise<string> {
  const folder = path.join(below, hostileNames.folder);
  await mkdir(path.join(folder, 'usage'), { recursive: true });
  await mkdir(path.join(folder, '.drawdown'));
  const usage = ['at,meter,quantity,id', ...days.map((day) => `2026-01-${day},"${meter}",1,"${evilTag}${day}"`)];
  const written: Record<string, string> = {
    [hostileNames.scenario]: JSON.stringify(scenario, null, 2),
    [hostileNames.broken]: JSON.stringify({ ...scenario, [evilTag]: 1, currency: evilTag, usage: {} }, null, 2),
    [`usage/${hostileNames.usage}`]: `${usage.join('\n')}\n`,
    '.drawdown/settings.json': JSON.stringify({ zoom: 6, [evilTag]: 1 }),
  };
  for (const [file, text] of Object.entries(written)) await writeFile(path.join(folder, file), text);
  return folder;
}

const days = Array.from({ length: 28 }, (_, day) => String(day + 1).padStart(2, '0'));
