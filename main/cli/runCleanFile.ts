import type { Run } from '../../shared/engine/outcome.ts';
import type { Scenario } from '../../shared/scenario/scenario.ts';
import { exitCode, type CommandIo } from './command.ts';
import { describeDiagnostic } from './plainText.ts';
import { runFile } from './runFile.ts';

/** A scenario that ran, or the exit code after all its faults were told on standard error. */
export async function runCleanFile(
  file: string,
  io: CommandIo,
): Promise<{ readonly run: Run; readonly scenario: Scenario } | { readonly exit: number }> {
  const outcome = await runFile(file, io);
  if ('exit' in outcome) return outcome;
  const { run, scenario, diagnostics } = outcome;
  for (const diagnostic of diagnostics) io.stderr(`${describeDiagnostic(diagnostic, file)}\n`);
  return run && scenario ? { run, scenario } : { exit: exitCode.badInput };
}
