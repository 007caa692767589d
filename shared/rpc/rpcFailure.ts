import type { RpcError } from './views.ts';

/** A call that the host refused, as the side that called sees it. Its `error` is what crossed the border: code, words, places. */
export class RpcFailure extends Error {
  override name = 'RpcFailure';
  readonly error: RpcError;

  constructor(error: RpcError) {
    super(error.message);
    this.error = error;
  }
}
