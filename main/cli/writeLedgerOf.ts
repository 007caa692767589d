import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { createHost } from '../host/createHost.ts';
import { inProcessCall } from '../host/inProcess.ts';
import { RpcFailure } from '../../shared/rpc/rpcFailure.ts';
import { cliPorts } from './cliPorts.ts';
import { exitCode, type CommandIo } from './command.ts';
import { plainText } from './plainText.ts';

/** Runs a scenario file through the host, as the app does, and leaves its ledger beside it. The head goes to standard error. */
export async function writeLedgerOf(file: string, io: CommandIo): Promise<number> {
  const full = await realpath(path.resolve(io.cwd, file));
  const host = createHost({ ...cliPorts(), pickFolder: null });
  try {
    const call = inProcessCall(host);
    await call('workspace.open', { folder: path.dirname(full) });
    const ledger = await call('ledger.write', { path: path.basename(full) });
    io.stderr(`${plainText(ledger.path)}: ${ledger.rowCount} rows, head ${ledger.head}\n`);
    return exitCode.fine;
  } catch (error) {
    if (!(error instanceof RpcFailure)) throw error;
    io.stderr(`${plainText(error.message)}\n`);
    return exitCode.ioFailure;
  } finally {
    await host.close();
  }
}
