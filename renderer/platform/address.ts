import { assert } from '../../shared/base/assert.ts';

/** The two parts of an editor's address `scheme:path`. */
export interface Address {
  readonly scheme: string;
  readonly path: string;
}

export function parseAddress(uri: string): Address {
  const colon = uri.indexOf(':');
  assert(colon > 0, `an editor's address has a scheme: ${uri}`);
  return { scheme: uri.slice(0, colon), path: uri.slice(colon + 1) };
}
