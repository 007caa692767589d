import { parsePath as read } from '../../../../shared/base/jsonPath.ts';
import type { JsonPath } from './jsonValue.ts';

/** Steps of a path as problems write it; none where it is no path. */
export function parsePath(written: string): JsonPath {
  return read(written) ?? [];
}
