import { exitCodeOf } from './cliPorts.ts';
import { exitCode, type CommandIo } from './command.ts';
import { runCommand } from './runCommand.ts';

const io: CommandIo = {
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
  writeOut: (bytes) =>
    // What fails is told by the stream's own listener, which ends the program.
    new Promise((resolve) => void process.stdout.write(bytes, (error) => error ?? resolve())),
  cwd: process.cwd(),
};
const code = await runCommand(process.argv.slice(2), io).catch((error: unknown) => {
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`Drawdown has a fault of its own; please report it:\n${reason}\n`);
  return exitCode.ioFailure;
});
process.exitCode = exitCodeOf(code);
