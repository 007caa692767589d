import type { JsonPath } from '../../edit/jsonValue.ts';
import { Weights } from './Weights.tsx';

const names = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** The yearly pattern: relative weights of the months; absent, all months are alike. */
export function ModelMonths({ path }: { readonly path: JsonPath }) {
  return <Weights path={path} label="Months" names={names} add="Weigh Months…" />;
}
