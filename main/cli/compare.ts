import { err, ok, type Result } from '../../shared/base/result.ts';
import { compareVerified, type Comparison } from '../host/compare/compareVerified.ts';
import { attempt } from '../store/attempt.ts';
import { verifyLedger } from '../store/ledgerVerifier.ts';
import { describeStoreError, type StoreError } from '../store/storeError.ts';
import { verifiedLedger, type VerifiedLedger } from '../store/verifiedRows.ts';
import { exitCode, UsageError, type Command, type CommandIo } from './command.ts';
import { comparisonText } from './comparisonText.ts';
import { failed, openBeside } from './openBeside.ts';
import { parseArguments } from './parse.ts';
import { plainText } from './plainText.ts';

export const compareUsage = `drawdown compare A.ledger B.ledger [--json]
  What changed from one ledger to another: rows added, removed and changed, by id or by instant, kind and meter, and the money of
  each invoice line. Both chains are verified first. Exit code 0 where rows and invoices are the same, 1 where they differ.`;

/** Compares two ledgers by key. */
export const compareCommand: Command = async (args, io) => {
  const { positionals, values } = parseArguments(args, { json: { type: 'boolean' } });
  const [first, second, ...rest] = positionals;
  if (first === undefined || second === undefined || rest.length > 0) throw new UsageError('name two ledgers');
  const before = await openVerified(first, io);
  if (!before.ok) return before.error;
  const after = await openVerified(second, io);
  if (!after.ok) return after.error;
  const compared = await attempt(`${first}, ${second}`, () => {
    return compareVerified({ first: before.value, second: after.value });
  });
  if (!compared.ok) return exitOf(compared.error, io);
  const names = { first: plainText(first), second: plainText(second) };
  const heads = { first: before.value.manifest.head, second: after.value.manifest.head };
  if (values['json']) io.stdout(`${JSON.stringify(withHeads(compared.value, heads), null, 2)}\n`);
  else io.stdout(plainText(comparisonText(compared.value, { names, heads })));
  return compared.value.same ? exitCode.fine : exitCode.findings;
};

async function openVerified(file: string, io: CommandIo): Promise<Result<VerifiedLedger, number>> {
  const beside = await openBeside(file, io);
  if ('exit' in beside) return err(beside.exit);
  const { workspace, name } = beside;
  const verified = await verifyLedger(workspace, name, null);
  if (!verified.ok) return err(exitOf(verified.error, io));
  const { status, message } = verified.value;
  if (status !== 'intact') {
    io.stderr(`${plainText(`${file}: ${status}. ${message} Nothing was compared.`)}\n`);
    return err(exitCode.badInput);
  }
  const ledger = await attempt(file, () => verifiedLedger(workspace, name));
  return ledger.ok ? ok(ledger.value) : err(exitOf(ledger.error, io));
}

function exitOf(error: StoreError, io: CommandIo): number {
  if (error.code !== 'damaged-row') return failed(error, io).exit;
  io.stderr(`${plainText(describeStoreError(error))}\n`);
  return exitCode.badInput;
}

function withHeads({ same, ...rest }: Comparison, heads: { readonly first: string; readonly second: string }) {
  return { same, heads, ...rest };
}
