import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { drawTexts, statement } from '../../shared/engine/statement.ts';
import { billOf } from './billOf.ts';
import { scenarioDocument } from './scenarioDocument.ts';

// Bills every worked case and a year of days in zones with odd days, in the time zone of this process, and prints a hash of all.
const [folder = ''] = process.argv.slice(2);
const zones = ['America/New_York', 'Australia/Lord_Howe', 'America/Sao_Paulo', 'Pacific/Apia', 'Europe/Berlin'];
/** Years in which a day has 23, 24.5 or 25 hours, no midnight, or is missing. */
const years = [2011, 2018, 2026];

function yearOf(timeZone: string, year: number): object {
  const day = (number: number) => new Date(Date.UTC(year, 0, number)).toISOString().slice(0, 10);
  const events = Array.from({ length: 365 }, (_, index) => ({ at: day(index + 1), credits: 1.25, id: `day-${index}` }));
  return scenarioDocument({
    timeZone,
    horizon: { start: `${year}-01-01`, end: `${year + 1}-01-01` },
    meters: [{ id: 'training', unit: 'minute', runs: 'hosted', rates: [{ from: '2000-01-01', credits: 1, per: 30 }] }],
    timeline: [{ at: `${year}-01-01`, do: 'subscribe', plan: 'growth' }],
    usage: { events },
  });
}

interface WorkedCase {
  readonly scenario: object;
}

const worked = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) => (JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as WorkedCase).scenario);
const odd = zones.flatMap((zone) => years.map((year) => yearOf(zone, year)));
const hash = createHash('sha256');
for (const scenario of [...worked, ...odd]) {
  const run = billOf(scenario);
  hash.update(JSON.stringify({ ...statement(run), draws: drawTexts(run) }));
}
const offset = new Date(Date.UTC(2026, 6, 1)).getTimezoneOffset();
console.log(`${offset} ${worked.length + odd.length} ${hash.digest('hex')}`);
