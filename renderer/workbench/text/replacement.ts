/** The one change that turns a text into another: what both begin and end with stays. */
export function replacement(
  from: string,
  to: string,
): { readonly at: number; readonly removed: number; readonly inserted: string } {
  const most = Math.min(from.length, to.length);
  let at = 0;
  while (at < most && from[at] === to[at]) at++;
  let end = 0;
  while (end < most - at && from[from.length - 1 - end] === to[to.length - 1 - end]) end++;
  return { at, removed: from.length - at - end, inserted: to.slice(at, to.length - end) };
}
