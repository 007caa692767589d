import { parseInstant } from '../../../shared/calendar/instant.ts';
import { zoneOf } from '../../../shared/calendar/zone.ts';

/**
 * An instant as people scan a column of them, in the time zone of the terms: the seconds only where there are any, the day
 * alone at midnight.
 */
export function instantText(at: string, timeZone: string): string {
  const zone = zoneOf(timeZone);
  const instant = zone && parseInstant(at, zone);
  if (!zone || instant === null) return at;
  const [day = '', time = ''] = new Date(zone.toLocal(instant)).toISOString().slice(0, -1).split('T');
  const [clock = '', millis = ''] = time.split('.');
  const fraction = millis.replace(/0+$/, '');
  const shown = fraction === '' ? clock.replace(/:00$/, '') : `${clock}.${fraction}`;
  return shown === '00:00' ? day : `${day} ${shown}`;
}
