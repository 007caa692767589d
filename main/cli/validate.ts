import { exitCode, type Command } from './command.ts';
import { parseFileCommand } from './parse.ts';
import { describeDiagnostic, plainText } from './plainText.ts';
import { runFile } from './runFile.ts';

export const validateUsage = `drawdown validate FILE [--json] [--strict]
  Checks a scenario with all that it refers to and prints every problem with its place. Exit code 2 where there is an
  error, 0 where there are none or only warnings; with --strict 2 for warnings too.`;

/** Checks a scenario and prints every problem. */
export const validateCommand: Command = async (args, io) => {
  const { file, values } = parseFileCommand(args, { json: { type: 'boolean' }, strict: { type: 'boolean' } });
  const outcome = await runFile(file, io);
  if ('exit' in outcome) return outcome.exit;
  const { diagnostics } = outcome;
  const valid = diagnostics.every(({ severity }) => severity !== 'error');
  if (values['json']) io.stdout(`${JSON.stringify({ valid, diagnostics }, null, 2)}\n`);
  else {
    for (const diagnostic of diagnostics) io.stdout(`${describeDiagnostic(diagnostic, file)}\n`);
    io.stdout(`${plainText(file)}: ${valid ? 'valid' : 'not valid'}, ${counted(diagnostics.length)}\n`);
  }
  const passes = values['strict'] ? diagnostics.length === 0 : valid;
  return passes ? exitCode.fine : exitCode.badInput;
};

function counted(problems: number): string {
  return problems === 1 ? '1 problem' : `${problems} problems`;
}
