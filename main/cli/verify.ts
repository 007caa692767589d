import { verifyLedger } from '../store/ledgerVerifier.ts';
import { exitCode, UsageError, type Command } from './command.ts';
import { failed, openBeside } from './openBeside.ts';
import { parseFileCommand } from './parse.ts';
import { plainText } from './plainText.ts';

export const verifyUsage = `drawdown verify NAME.ledger [--head HASH] [--json]
  Verifies a ledger's hash chain: intact, altered at a row, truncated, or re-chained against a head kept from earlier: the
  one given, else the one in the history of the ledger's folder. Without either a chain that was made anew as a whole cannot
  be told from the first one.`;

/** Verifies the chain of a ledger folder. */
export const verifyCommand: Command = async (args, io) => {
  const { file, values } = parseFileCommand(args, { head: { type: 'string' }, json: { type: 'boolean' } });
  const head = values['head'] === undefined ? null : String(values['head']).toLowerCase();
  if (head !== null && !/^[0-9a-f]{64}$/.test(head)) throw new UsageError('--head takes 64 hexadecimal digits');
  const beside = await openBeside(file, io);
  if ('exit' in beside) return beside.exit;
  const verified = await verifyLedger(beside.workspace, beside.name, head);
  if (!verified.ok) return failed(verified.error, io).exit;
  const { status, rows, head: found, message } = verified.value;
  if (values['json']) io.stdout(`${JSON.stringify(verified.value, null, 2)}\n`);
  else io.stdout(`${plainText(file)}: ${status}\n${plainText(message)}\n${rows} rows, head ${found}\n`);
  return status === 'intact' ? exitCode.fine : exitCode.findings;
};
