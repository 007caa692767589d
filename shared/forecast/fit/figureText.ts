import { groupDigits } from '../../base/decimal.ts';

/** A quantity for people: whole from a thousand on, else four digits at most. */
export function quantityText(value: number): string {
  const text = Math.abs(value) >= 1000 ? value.toFixed(0) : String(Number(value.toPrecision(4)));
  return groupDigits(text);
}

/** A share in per cent, with one decimal below ten. */
export function percentText(share: number): string {
  const percent = share * 100;
  const text = Math.abs(percent) < 9.95 ? percent.toFixed(1) : percent.toFixed(0);
  return `${groupDigits(text.replace(/^-(?=[0.]+$)/, '')).replace('-', '−')} %`;
}
