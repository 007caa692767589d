import { err, ok, type Result } from '../../shared/base/result.ts';
import { compareSides, type Comparison } from '../host/compare/compareSides.ts';
import { openSide, type SideFault } from '../host/compare/openSide.ts';
import type { Side } from '../host/compare/side.ts';
import { createUsageFiles } from '../host/usageFiles.ts';
import { attempt } from '../store/attempt.ts';
import { describeStoreError, type StoreError } from '../store/storeError.ts';
import { exitCode, UsageError, type Command, type CommandIo } from './command.ts';
import { comparisonText } from './comparisonText.ts';
import { failed, openBeside } from './openBeside.ts';
import { compareVariants, isOfVariants, variantOptions, variantsUsage } from './compareVariants.ts';
import { parseArguments } from './parse.ts';
import { describeDiagnostic, plainText } from './plainText.ts';

export const compareUsage = `drawdown compare A B [--json]
  What changed from one ledger to another: rows added, removed and changed, by id or by instant, kind and meter, and the money of
  each invoice line. A and B are ledgers, files of rows (CSV or NDJSON), or scenarios, whose bills are run. Chains are verified first.
  Exit code 0 where rows and invoices are the same, 1 where they differ.
${variantsUsage}`;

/** Compares two ledgers, files of rows or bills by key; or variants over the same sampled demand. */
export const compareCommand: Command = async (args, io) => {
  const { positionals, values } = parseArguments(args, variantOptions);
  if (isOfVariants(positionals, values)) return compareVariants(positionals, values, io);
  const [first, second, ...rest] = positionals;
  if (first === undefined || second === undefined || rest.length > 0) throw new UsageError('name two ledgers');
  const before = await opened(first, io);
  if (!before.ok) return before.error;
  const after = await opened(second, io);
  if (!after.ok) return after.error;
  const sides = { first: before.value, second: after.value };
  const compared = await attempt(`${first}, ${second}`, () => compareSides(sides));
  if (!compared.ok) return exitOf(compared.error, io);
  for (const note of [...sides.first.notes, ...sides.second.notes]) io.stderr(`${plainText(note)}\n`);
  const names = { first: plainText(first), second: plainText(second) };
  const heads = { first: sides.first.head, second: sides.second.head };
  if (values['json']) io.stdout(`${JSON.stringify(withHeads(compared.value, heads), null, 2)}\n`);
  else io.stdout(plainText(comparisonText(compared.value, { names, heads })));
  return compared.value.same ? exitCode.fine : exitCode.findings;
};

async function opened(file: string, io: CommandIo): Promise<Result<Side, number>> {
  const beside = await openBeside(file, io);
  if ('exit' in beside) return err(beside.exit);
  const { workspace, name } = beside;
  const side = await openSide(name, { workspace, files: createUsageFiles() });
  return side.ok ? ok(side.value) : err(tell(file, side.error, io));
}

function tell(file: string, fault: SideFault, io: CommandIo): number {
  if (fault.from === 'store') return exitOf(fault.error, io);
  const lines =
    fault.from === 'content'
      ? [plainText(fault.message)]
      : fault.diagnostics.map((diagnostic) => describeDiagnostic(diagnostic, file));
  for (const line of lines) io.stderr(`${line}\n`);
  return exitCode.badInput;
}

function exitOf(error: StoreError, io: CommandIo): number {
  if (error.code !== 'damaged-row') return failed(error, io).exit;
  io.stderr(`${plainText(describeStoreError(error))}\n`);
  return exitCode.badInput;
}

type Heads = Readonly<Record<'first' | 'second', string | null>>;

function withHeads({ same, pairs: _pairs, ...rest }: Comparison, heads: Heads) {
  return { same, heads, ...rest };
}
