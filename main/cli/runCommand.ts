import { auditCommand, auditUsage } from './audit.ts';
import { backtestCommand, backtestUsage } from './backtest.ts';
import { exitCode, UsageError, type Command, type CommandIo } from './command.ts';
import { compareCommand, compareUsage } from './compare.ts';
import { explainCommand, explainUsage } from './explain.ts';
import { exportCommand, exportUsage } from './export.ts';
import { forecastCommand, forecastUsage } from './forecast.ts';
import { fitCommand, fitUsage } from './fit.ts';
import { importCommand, importUsage } from './import.ts';
import { planCommand, planUsage } from './plan.ts';
import { plainText } from './plainText.ts';
import { simulateCommand, simulateUsage } from './simulate.ts';
import { validateCommand, validateUsage } from './validate.ts';
import { verifyCommand, verifyUsage } from './verify.ts';

const commands: Readonly<Record<string, { readonly run: Command; readonly usage: string }>> = {
  simulate: { run: simulateCommand, usage: simulateUsage },
  explain: { run: explainCommand, usage: explainUsage },
  forecast: { run: forecastCommand, usage: forecastUsage },
  plan: { run: planCommand, usage: planUsage },
  fit: { run: fitCommand, usage: fitUsage },
  backtest: { run: backtestCommand, usage: backtestUsage },
  import: { run: importCommand, usage: importUsage },
  export: { run: exportCommand, usage: exportUsage },
  compare: { run: compareCommand, usage: compareUsage },
  audit: { run: auditCommand, usage: auditUsage },
  verify: { run: verifyCommand, usage: verifyUsage },
  validate: { run: validateCommand, usage: validateUsage },
};

const overview = `${Object.values(commands)
  .map(({ usage }) => usage)
  .join('\n\n')}

Exit codes: 0 fine, 1 findings, 2 bad input, 3 input or output failed. A reader that leaves early, as head does, is no
fault: the rest is not written, and nothing is said.
`;

/** Finds the command and runs it; every way to call it wrongly ends in one plain line. */
export async function runCommand([name, ...args]: readonly string[], io: CommandIo): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help') return help(args[0], name === undefined, io);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    io.stderr(`There is no command "${plainText(name)}": see drawdown help.\n`);
    return exitCode.badInput;
  }
  if (args.includes('--help')) return help(name, false, io);
  try {
    return await command.run([...args], io);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    io.stderr(`${plainText(error.message)}\n${command.usage}\n`);
    return exitCode.badInput;
  }
}

function help(name: string | undefined, missing: boolean, io: CommandIo): number {
  const usage = name !== undefined && Object.hasOwn(commands, name) ? `${commands[name]!.usage}\n` : overview;
  if (missing) io.stderr(usage);
  else io.stdout(usage);
  return missing ? exitCode.badInput : exitCode.fine;
}
