import type { Quote } from '../../shared/planner/quote/quoteSchema.ts';
import { readSealed } from '../host/quote/readSealed.ts';
import { exitCode, type CommandIo } from './command.ts';
import { failed, openBeside } from './openBeside.ts';
import { describeDiagnostic, plainText } from './plainText.ts';

/** Reads a sealed quote; one whose seal is broken is told, and refused unless it is to be verified. */
export async function openQuote(
  file: string,
  io: CommandIo,
  { broken = false }: { readonly broken?: boolean } = {},
): Promise<{ readonly quote: Quote } | { readonly exit: number }> {
  const beside = await openBeside(file, io);
  if ('exit' in beside) return beside;
  const read = await readSealed(beside.workspace, beside.name);
  if (!read.ok) return failed(read.error, io);
  const { quote, isSealed, diagnostics } = read.value;
  for (const fault of diagnostics) io.stderr(`${describeDiagnostic(fault, file)}\n`);
  if (!quote) return { exit: exitCode.badInput };
  if (isSealed || broken) return { quote };
  io.stderr(`${plainText(file)}: it was changed after it was sealed: drawdown quote verify names what.\n`);
  return { exit: exitCode.badInput };
}
