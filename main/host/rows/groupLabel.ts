import type { CellKind } from '../../../shared/base/rows/cellKind.ts';
import { monthStart } from '../../../shared/calendar/month.ts';
import { formatLocalDate } from '../../../shared/calendar/instant.ts';
import type { Zone } from '../../../shared/calendar/zone.ts';

/** The group that a cell belongs to: an instant to its month in the zone, a figure to its value, a text to itself. */
export function groupLabel(kind: CellKind, zone: Zone): (cell: string) => string {
  if (kind === 'instant') return monthLabel(zone);
  return kind === 'number' ? plainFigure : (cell) => cell;
}

function plainFigure(cell: string): string {
  return cell.includes('.') ? cell.replace(/\.?0+$/, '') : cell;
}

/** From the second to the 27th no zone is in another month than UTC. */
const withinMonth = /^\d{4}-\d{2}-(?:0[2-9]|1\d|2[0-7])/;

/** Neighbours mostly fall into one month, which is kept with its ends. */
function monthLabel(zone: Zone): (cell: string) => string {
  let month = { from: 0, until: 0, label: '' };
  return (cell) => {
    if (withinMonth.test(cell)) return cell.slice(0, 7);
    const at = Date.parse(cell);
    if (Number.isNaN(at)) return cell;
    if (at < month.from || at >= month.until) month = monthOf(at, zone);
    return month.label;
  };
}

function monthOf(at: number, zone: Zone) {
  const local = zone.toLocal(at);
  const [from, until] = [0, 1].map((months) => zone.toInstant(monthStart(local, months)));
  return { from: from!, until: until!, label: formatLocalDate(at, zone).slice(0, 7) };
}
