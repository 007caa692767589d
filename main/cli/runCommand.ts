import { exitCode, UsageError, type Command, type CommandIo } from './command.ts';
import { plainText } from './plainText.ts';

/** Each is loaded when it is called: loading all of them takes longer than most runs. */
const commands: Readonly<Record<string, () => Promise<{ readonly run: Command; readonly usage: string }>>> = {
  simulate: () => import('./simulate.ts').then(({ simulateCommand: run, simulateUsage: usage }) => ({ run, usage })),
  explain: () => import('./explain.ts').then(({ explainCommand: run, explainUsage: usage }) => ({ run, usage })),
  forecast: () => import('./forecast.ts').then(({ forecastCommand: run, forecastUsage: usage }) => ({ run, usage })),
  plan: () => import('./plan.ts').then(({ planCommand: run, planUsage: usage }) => ({ run, usage })),
  quote: () => import('./quote.ts').then(({ quoteCommand: run, quoteUsage: usage }) => ({ run, usage })),
  fit: () => import('./fit.ts').then(({ fitCommand: run, fitUsage: usage }) => ({ run, usage })),
  backtest: () => import('./backtest.ts').then(({ backtestCommand: run, backtestUsage: usage }) => ({ run, usage })),
  import: () => import('./import.ts').then(({ importCommand: run, importUsage: usage }) => ({ run, usage })),
  export: () => import('./export.ts').then(({ exportCommand: run, exportUsage: usage }) => ({ run, usage })),
  compare: () => import('./compare.ts').then(({ compareCommand: run, compareUsage: usage }) => ({ run, usage })),
  audit: () => import('./audit.ts').then(({ auditCommand: run, auditUsage: usage }) => ({ run, usage })),
  verify: () => import('./verify.ts').then(({ verifyCommand: run, verifyUsage: usage }) => ({ run, usage })),
  validate: () => import('./validate.ts').then(({ validateCommand: run, validateUsage: usage }) => ({ run, usage })),
};

/** Served by the launcher, before any of these. */
const openUsage = `drawdown open [--web] [FOLDER | FILE]
  Opens the workbench, on a folder, or on a file in its folder; --web serves it to a browser.`;

const exitCodes = `Exit codes: 0 fine, 1 findings, 2 bad input, 3 input or output failed, 130 interrupted. A reader that leaves early, as head does, is no
fault: the rest is not written, and nothing is said.
`;

/** Finds the command and runs it; every way to call it wrongly ends in one plain line. */
export async function runCommand([name, ...args]: readonly string[], io: CommandIo): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help') return help(args[0], name === undefined, io);
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) {
    io.stderr(`There is no command "${plainText(name)}": see drawdown help.\n`);
    return exitCode.badInput;
  }
  if (args.includes('--help')) return help(name, false, io);
  const command = await load();
  try {
    return await command.run([...args], io);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    io.stderr(`${plainText(error.message)}\n${command.usage}\n`);
    return exitCode.badInput;
  }
}

async function help(name: string | undefined, missing: boolean, io: CommandIo): Promise<number> {
  const load = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  const usage = load ? `${(await load()).usage}\n` : await overview();
  if (missing) io.stderr(usage);
  else io.stdout(usage);
  return missing ? exitCode.badInput : exitCode.fine;
}

async function overview(): Promise<string> {
  const loaded = await Promise.all(Object.values(commands).map((load) => load()));
  return `${[...loaded.map(({ usage }) => usage), openUsage].join('\n\n')}\n\n${exitCodes}`;
}
