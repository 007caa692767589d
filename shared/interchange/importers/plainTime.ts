import { asciiText } from '../../base/asciiText.ts';

const point = 46;
const colon = 58;
const zed = 90;

/**
 * Reads instants of the form `2026-01-31T09:30:00Z`, with or without milliseconds, from ASCII bytes: most often the next one is
 * within ten minutes of the one before.
 */
export class PlainTime {
  /** Milliseconds UTC of the instant last read. */
  at = NaN;
  private year = 0;
  private monthDay = 0;
  private dayEnd = 0;
  private midnight = 0;
  private tenMinutes = 0;
  private tenMinutesAt = NaN;

  /** Reads what stands at a place; gives the place after it, or -1 where it is no such instant. */
  read(bytes: Uint8Array, view: DataView, place: number): number {
    const sameDay =
      view.getInt32(place, true) === this.year &&
      view.getInt32(place + 4, true) === this.monthDay &&
      view.getInt32(place + 7, true) === this.dayEnd;
    if (!sameDay && !this.enterDay(bytes, view, place)) return -1;
    if (view.getInt32(place + 11, true) !== this.tenMinutes && !this.enterTenMinutes(bytes, view, place)) return -1;
    const minute = bytes[place + 15]! ^ 48;
    const tens = bytes[place + 17]! ^ 48;
    const ones = bytes[place + 18]! ^ 48;
    if (minute > 9 || bytes[place + 16] !== colon || tens > 5 || ones > 9) return -1;
    let end = place + 19;
    let millisecond = 0;
    if (bytes[end] === point) {
      const [tenths, hundredths, last] = [bytes[end + 1]! ^ 48, bytes[end + 2]! ^ 48, bytes[end + 3]! ^ 48];
      if (tenths > 9 || hundredths > 9 || last > 9) return -1;
      millisecond = tenths * 100 + hundredths * 10 + last;
      end += 4;
    }
    this.at = this.tenMinutesAt + minute * 60_000 + (tens * 10 + ones) * 1000 + millisecond;
    return bytes[end] === zed ? end + 1 : -1;
  }

  /** Takes another day, with the `T` after it. */
  private enterDay(bytes: Uint8Array, view: DataView, place: number): boolean {
    const parts = /^(\d{4})-(\d\d)-(\d\d)T$/.exec(asciiText(bytes, place, place + 11));
    if (!parts) return false;
    const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
    const midnight = Date.UTC(year, month - 1, day);
    const check = new Date(midnight);
    if (year < 1970 || year > 2099 || check.getUTCMonth() !== month - 1 || check.getUTCDate() !== day) return false;
    this.midnight = midnight;
    this.year = view.getInt32(place, true);
    this.monthDay = view.getInt32(place + 4, true);
    this.dayEnd = view.getInt32(place + 7, true);
    return this.enterTenMinutes(bytes, view, place);
  }

  /** Takes another `09:3` of the day. */
  private enterTenMinutes(bytes: Uint8Array, view: DataView, place: number): boolean {
    const [tens, ones, minutes] = [bytes[place + 11]! ^ 48, bytes[place + 12]! ^ 48, bytes[place + 14]! ^ 48];
    const hour = tens * 10 + ones;
    if (tens > 2 || ones > 9 || hour > 23 || bytes[place + 13] !== colon || minutes > 5) return false;
    this.tenMinutes = view.getInt32(place + 11, true);
    this.tenMinutesAt = this.midnight + (hour * 60 + minutes * 10) * 60_000;
    return true;
  }
}
