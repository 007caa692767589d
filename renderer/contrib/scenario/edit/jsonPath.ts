import type { JsonPath } from './jsonValue.ts';

/** Steps of a written path such as `plans[0].fee` or `["odd key"].at`. */
export function parsePath(written: string): JsonPath {
  const step = /\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]|([^.[\]]+)/g;
  return [...written.matchAll(step)].map(([, index, quoted, name]) => {
    if (index !== undefined) return Number(index);
    return quoted === undefined ? name! : (JSON.parse(`"${quoted}"`) as string);
  });
}

/** A path as problems write it. */
export function writePath(path: JsonPath): string {
  return path.reduce<string>((written, step) => {
    if (typeof step === 'number') return `${written}[${step}]`;
    if (!/^[^.[\]"\s]+$/.test(step)) return `${written}[${JSON.stringify(step)}]`;
    return written === '' ? step : `${written}.${step}`;
  }, '');
}
