import type { Zone } from './zone.ts';

/** A span of time, `[from, until)`, in milliseconds UTC. */
export interface Period {
  readonly from: number;
  readonly until: number;
}

/**
 * A local time moved by whole calendar months, the day clamped to the month's last. Local milliseconds in and out. Count
 * from the original start, never from a clamped boundary: 31 Jan, 28 Feb, 31 Mar. @rule R2
 */
export function addMonths(local: number, months: number): number {
  const start = new Date(local);
  const day = start.getUTCDate();
  const first = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months, 1);
  const timeOfDay = local - Date.UTC(start.getUTCFullYear(), start.getUTCMonth(), day);
  return first + (Math.min(day, daysInMonth(first)) - 1) * dayMs + timeOfDay;
}

/** Days in the month of a local time. */
export function daysInMonth(local: number): number {
  const date = new Date(local);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
}

/** The first day, 00:00, of the month of a local time moved by `months`. */
export function monthStart(local: number, months = 0): number {
  const date = new Date(local);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
}

/** The local calendar months that touch a period, clipped to it. */
export function calendarMonths({ from, until }: Period, zone: Zone): Period[] {
  const months: Period[] = [];
  for (let start = from; start < until;) {
    const next = zone.toInstant(monthStart(zone.toLocal(start), 1));
    months.push({ from: start, until: Math.min(next, until) });
    start = next;
  }
  return months;
}

/** Milliseconds in a local day without a clock change. */
export const dayMs = 86_400_000;
