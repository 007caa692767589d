import type { Diagnostic } from '../base/diagnostic.ts';
import type { RpcError } from './views.ts';

/** A call that the host refused, or that did not reach it (`code` is then `unreachable`), as the side that called sees it. */
export class RpcFailure extends Error {
  override name = 'RpcFailure';
  readonly code: string;
  readonly path: string | undefined;
  readonly diagnostics: readonly Diagnostic[];

  constructor(error: RpcError) {
    super(error.message);
    this.code = error.code;
    this.path = error.path;
    this.diagnostics = error.diagnostics ?? [];
  }
}
