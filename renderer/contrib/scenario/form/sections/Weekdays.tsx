import type { JsonPath } from '../../edit/jsonValue.ts';
import { Weights } from './Weights.tsx';

const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Relative weights of the days of the week; absent, all days are alike. */
export function Weekdays({ path }: { readonly path: JsonPath }) {
  return <Weights path={path} label="Weekdays" names={names} add="Weigh Weekdays…" />;
}
