import { memberOf } from '../../base/jsonNode.ts';
import { zoneOf } from '../../calendar/zone.ts';
import type { Program } from '../../engine/program.ts';
import { decodeScenario } from '../../scenario/decode.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { auditTerms, type AuditTerms } from '../terms.ts';
import type { Variation } from './variation.ts';

/** Zones that bills are wrongly cut by: UTC, and one for each part of the world that many work in. */
const zones = [
  'UTC',
  'America/Los_Angeles',
  'America/Denver',
  'America/Chicago',
  'America/New_York',
  'America/Sao_Paulo',
  'Europe/London',
  'Europe/Berlin',
  'Europe/Helsinki',
  'Asia/Dubai',
  'Asia/Kolkata',
  'Asia/Shanghai',
  'Asia/Tokyo',
  'Australia/Sydney',
  'Pacific/Auckland',
];

/** Mistakes in reading the terms: another zone, other cycles, a cap or a switch that was not heeded. */
export function termsVariations(terms: AuditTerms): Variation[] {
  return [...cycleVariations(terms.program), ...flexVariations(terms.program), ...zoneVariations(terms)];
}

function cycleVariations({ includedCycle, flexCycle }: Program): Variation[] {
  const both = { includedCycle, flexCycle };
  const variations: Variation[] = [];
  for (const policy of ['calendar', 'anniversary'] as const) {
    const name = `${policy}-cycles` as const;
    const add = (cycles: string, changed: Partial<typeof both>): void => {
      variations.push({ name, parameters: { cycles }, terms: (program) => ({ ...program, ...changed }) });
    };
    if (includedCycle !== policy && flexCycle !== policy) add('both', { includedCycle: policy, flexCycle: policy });
    if (includedCycle !== policy) add('included', { includedCycle: policy });
    if (flexCycle !== policy) add('flex', { flexCycle: policy });
  }
  return variations;
}

function flexVariations({ opening, actions }: Program): Variation[] {
  const hasCap = opening?.cap || actions.some((action) => action.do === 'set-flex' && action.cap);
  const isOff =
    opening?.flexEnabled === false || actions.some((action) => action.do === 'set-flex' && action.enabled === false);
  return [
    ...(hasCap ? [{ name: 'cap-ignored', parameters: {}, terms: withoutCap } as const] : []),
    ...(isOff ? [{ name: 'flex-off-ignored', parameters: {}, terms: withFlexOn } as const] : []),
  ];
}

function withoutCap(program: Program): Program {
  return {
    ...program,
    opening: program.opening && { ...program.opening, cap: null },
    actions: program.actions.map((action) =>
      action.do === 'set-flex' && action.cap ? { ...action, cap: null } : action,
    ),
  };
}

function withFlexOn(program: Program): Program {
  const on = <T extends Program['actions'][number]>(action: T): T =>
    action.do === 'set-flex' && action.enabled === false ? { ...action, enabled: true } : action;
  return {
    ...program,
    opening: program.opening && { ...program.opening, flexEnabled: true },
    actions: program.actions.map(on),
  };
}

/** Only boundaries cut by another zone, or all local times of the terms read in it. */
function zoneVariations(given: AuditTerms): Variation[] {
  const { program } = given;
  const variations: Variation[] = [];
  for (const id of zones) {
    const zone = zoneOf(id);
    if (!zone || id === program.zone.id) continue;
    const parameters = { zone: id };
    variations.push({ name: 'time-zone', parameters, terms: (varied) => ({ ...varied, zone }) });
    const read = readInZone(given, id);
    if (!read || sameTimes(read, program)) continue;
    const { start, end, actions, opening } = read;
    variations.push({
      name: 'time-zone',
      parameters: { ...parameters, of: 'all times of the terms' },
      terms: (varied) => ({ ...varied, zone, start, end, actions, opening }),
    });
  }
  return variations;
}

/** The terms with their local times read in another zone; null where they cannot be. */
function readInZone({ scenario: { json }, text }: AuditTerms, zone: string): Program | null {
  const other = withZone(json, text, zone);
  if (other === null) return null;
  const { scenario } = decodeScenario(other);
  const terms = scenario && auditTerms(scenario, other);
  return terms?.ok ? terms.value.program : null;
}

/** The text with another zone and without usage, which may lie outside the period that the zone makes. */
function withZone({ root }: Scenario['json'], text: string, zone: string): string | null {
  if (root?.kind !== 'object' || text === '') return null;
  const cuts = [
    { member: memberOf(root, 'timeZone'), into: JSON.stringify(zone) },
    { member: memberOf(root, 'usage'), into: '{}' },
  ].flatMap(({ member, into }) => (member ? [{ ...member.value, into }] : []));
  let other = text;
  for (const { from, until, into } of cuts.toSorted((a, b) => b.from - a.from)) {
    other = other.slice(0, from) + into + other.slice(until);
  }
  if (memberOf(root, 'timeZone')) return other;
  return `${text.slice(0, root.from + 1)}"timeZone":${JSON.stringify(zone)},${other.slice(root.from + 1)}`;
}

function sameTimes(left: Program, right: Program): boolean {
  return (
    left.start === right.start &&
    left.end === right.end &&
    left.actions.every(({ at }, index) => at === right.actions[index]?.at)
  );
}
