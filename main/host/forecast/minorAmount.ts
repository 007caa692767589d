import { readDecimal } from '../../../shared/base/decimal.ts';
import { err, ok, type Result } from '../../../shared/base/result.ts';
import type { Program } from '../../../shared/engine/program.ts';
import type { RpcError } from '../../../shared/rpc/views.ts';

/** An amount of money in minor units, as the currency of a scenario has them; null stays null. */
export function minorAmount(text: string | null, { currency, minorDigits }: Program): Result<bigint | null, RpcError> {
  if (text === null) return ok(null);
  const read = readDecimal(text);
  const scaled = read && read.num * 10n ** BigInt(minorDigits);
  if (read && scaled !== null && scaled % read.den === 0n) return ok(scaled / read.den);
  return err({
    code: 'bad-amount',
    message: `${text} is no amount of ${currency}, which has ${minorDigits} decimals.`,
  });
}
