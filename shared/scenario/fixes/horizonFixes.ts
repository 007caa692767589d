import type { PathSteps } from '../../base/jsonPath.ts';
import { formatLocalDate, parseInstant } from '../../calendar/instant.ts';
import { dayMs } from '../../calendar/month.ts';
import { zoneOf, type Zone } from '../../calendar/zone.ts';
import type { Faulty, Fix } from './faulty.ts';

interface Horizon {
  readonly zone: Zone;
  readonly start: number;
  readonly end: number;
}

/** Something before or after the horizon: it moves in, the horizon grows, or it goes. @rule R25 */
export function outsideHorizon(faulty: Faulty): readonly Fix[] {
  const { steps } = faulty;
  const horizon = horizonOf(faulty);
  const at = instantAt(faulty, steps, horizon?.zone);
  if (!horizon || at === null) return [];
  const { zone, start, end } = horizon;
  const isBefore = at < start;
  const inside = isBefore ? formatLocalDate(start, zone) : formatLocalDate(end - 1, zone);
  const moved = isBefore ? faulty.valueAt(['horizon', 'start']) : inside;
  const grown = isBefore ? formatLocalDate(at, zone) : nextDay(at, zone);
  const edge = isBefore ? 'start' : 'end';
  return [
    { title: `Move it to ${String(moved)}`, edits: faulty.set(steps, moved) },
    { title: `Let the horizon ${edge} at ${grown}`, edits: faulty.set(['horizon', edge], grown) },
    { title: 'Remove this entry', edits: faulty.remove(steps.slice(0, -1)) },
  ];
}

/** Usage that was known on or after the day from which on none is known. */
export function afterAsOf(faulty: Faulty): readonly Fix[] {
  const { steps } = faulty;
  const horizon = horizonOf(faulty);
  const at = instantAt(faulty, steps, horizon?.zone);
  if (!horizon || at === null) return [];
  const day = nextDay(at, horizon.zone);
  return [
    { title: `Take usage as known until ${day}`, edits: faulty.set(['usage', 'asOf'], day) },
    { title: 'Remove this event', edits: faulty.remove(steps.slice(0, -1)) },
  ];
}

/** A horizon that ends before it begins. */
export function emptyHorizon(faulty: Faulty): readonly Fix[] {
  const { start, end } = (faulty.valueAt(['horizon']) ?? {}) as { start?: unknown; end?: unknown };
  if (typeof start !== 'string' || typeof end !== 'string') return [];
  const year = /^(\d{4})(-\d{2}-\d{2})/.exec(start);
  const later = year ? `${Number(year[1]) + 1}${year[2]!.replace('-02-29', '-02-28')}` : null;
  const swapped = [...faulty.set(['horizon', 'start'], end), ...faulty.set(['horizon', 'end'], start)];
  const fixes: Fix[] = start === end ? [] : [{ title: 'Swap start and end', edits: swapped }];
  if (later !== null) fixes.push({ title: `Let it end at ${later}`, edits: faulty.set(['horizon', 'end'], later) });
  return fixes;
}

/** A window that reaches beyond the horizon is cut where that ends. */
export function windowBeyondHorizon(faulty: Faulty): readonly Fix[] {
  const { steps } = faulty;
  const horizon = horizonOf(faulty);
  if (!horizon) return [];
  const { zone, start, end } = horizon;
  const day = steps.at(-1) === 'until' ? formatLocalDate(end - 1 + dayMs, zone) : formatLocalDate(start, zone);
  return [
    { title: `Change to ${day}`, edits: faulty.set(steps, day) },
    { title: 'Remove this spike', edits: faulty.remove(steps.slice(0, -1)) },
  ];
}

function horizonOf(faulty: Faulty): Horizon | null {
  const zone = zoneOf(String(faulty.valueAt(['timeZone']) ?? 'UTC'));
  if (!zone) return null;
  const start = instantAt(faulty, ['horizon', 'start'], zone);
  const end = instantAt(faulty, ['horizon', 'end'], zone);
  return start === null || end === null ? null : { zone, start, end };
}

function instantAt(faulty: Faulty, steps: PathSteps, zone: Zone | undefined): number | null {
  const text = faulty.valueAt(steps);
  return zone && typeof text === 'string' ? parseInstant(text, zone) : null;
}

/** The local day after the one on which an instant falls. */
function nextDay(at: number, zone: Zone): string {
  const local = Math.floor(zone.toLocal(at) / dayMs) * dayMs + dayMs;
  return new Date(local).toISOString().slice(0, 10);
}
