import type { Result } from '../../shared/base/result.ts';
import type { RpcName, RpcParams, RpcReturns } from '../../shared/rpc/table.ts';
import type { RpcError } from '../../shared/rpc/views.ts';

/** What serves one method: parameters checked against the table in, a value or a refusal out. I/O errors may be thrown. */
export type Handler<Name extends RpcName> = (
  params: RpcParams<Name>,
) => Promise<Result<RpcReturns<Name>, RpcError>> | Result<RpcReturns<Name>, RpcError>;

/** Handlers of some methods of the table; of all of them where no names are given. */
export type Handlers<Names extends RpcName = RpcName> = { readonly [Name in Names]: Handler<Name> };
