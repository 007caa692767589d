import { scenarioFormat } from '../schema.ts';
import type { Faulty, Fix } from './faulty.ts';

/** A key that the format does not have: the one that was probably meant, or none. */
export function unknownKey(faulty: Faulty): readonly Fix[] {
  const { steps, diagnostic } = faulty;
  const { suggestion } = diagnostic;
  const key = String(steps.at(-1));
  const removal = { title: `Remove ${key}`, edits: faulty.remove(steps) };
  if (suggestion === undefined) return [removal];
  return [{ title: `Rename ${key} to ${suggestion}`, edits: faulty.rename(steps, suggestion) }, removal];
}

/** Keys that are missing, with a value to begin from where there is one that no bill could hang on unseen. */
const beginnings: readonly (readonly [RegExp, (faulty: Faulty) => unknown])[] = [
  [/^format$/, () => scenarioFormat],
  [/^name$/, () => 'Scenario'],
  [/^currency$/, () => 'USD'],
  [/^(plans|meters)$/, () => []],
  [/^plans\[\d+\]\.kind$/, () => 'paid'],
  [/^plans\[\d+\]\.cycle$/, () => 'monthly'],
  [/^meters\[\d+\]\.runs$/, () => 'hosted'],
  [/^meters\[\d+\]\.unit$/, () => 'unit'],
];

/** A key that is missing. */
export function missingKey(faulty: Faulty): readonly Fix[] {
  const { steps, diagnostic } = faulty;
  const found = beginnings.find(([path]) => path.test(diagnostic.path));
  if (!found) return [];
  const value = found[1](faulty);
  return [{ title: `Add ${String(steps.at(-1))}: ${JSON.stringify(value)}`, edits: faulty.set(steps, value) }];
}

/** A key whose value counts for nothing. */
export function unusedKey(faulty: Faulty): readonly Fix[] {
  const { steps } = faulty;
  return [{ title: `Remove ${String(steps.at(-1))}`, edits: faulty.remove(steps) }];
}
