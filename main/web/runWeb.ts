import * as path from 'node:path';
import { closeWithin, longestCloseMs } from '../host/closeWithin.ts';
import { createHost } from '../host/createHost.ts';
import { openFirst } from '../host/openFirst.ts';
import { warmUp } from '../host/warmUp.ts';
import type { HostPorts } from '../host/hostPorts.ts';
import { catchFailures } from '../platform/catchFailures.ts';
import type { WebArguments } from './arguments.ts';
import { listenOnLoopback, type Loopback } from './loopback.ts';
import { openBrowser } from './openBrowser.ts';
import { untilAskedToStop } from './untilAskedToStop.ts';

interface WebRun extends WebArguments {
  readonly ports: HostPorts;
  readonly page: string;
  /** Longest wait for saves at the end. */
  readonly closeMs?: number;
}

/** Serves the workbench until asked to stop; gives the exit code. Codes go to the terminal and nowhere else. */
export async function runWeb({ ports, page, closeMs = longestCloseMs, ...args }: WebRun): Promise<number> {
  const { folder, port, browser } = args;
  const host = createHost(ports);
  catchFailures(process, (error) => void host.failed(error));
  const refused = await openFirst(host, folder === null ? null : path.resolve(folder));
  if (refused) return complain(refused.message, () => host.close());
  const loopback = await listen({ host, page, port, now: () => performance.now() });
  if (typeof loopback === 'string') return complain(loopback, () => host.close());
  // From before the first word: whoever reads the address may ask at once.
  const asked = untilAskedToStop();
  printAddress(loopback);
  const forgetEnter = onEnter(() => printAddress(loopback));
  if (browser) openBrowser(loopback.address);
  void warmUp();
  await asked;
  forgetEnter();
  await host.askPages(loopback.pages());
  await loopback.close();
  if (await closeWithin(host, closeMs)) return 0;
  ports.log.note('closed-late');
  // What hangs in the system would keep the process; nothing of it is half done on disk.
  return process.exit(4);
}

/** What is wrong, in words, where the host cannot listen. */
async function listen(options: Parameters<typeof listenOnLoopback>[0]): Promise<Loopback | string> {
  try {
    return await listenOnLoopback(options);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') return `Port ${options.port} is taken: choose another one, or none for any free port.`;
    if (code === 'EACCES') return `Port ${options.port} is not open to this user.`;
    if (code === 'ENOENT') return `The built page is missing: ${options.page}`;
    return `The host cannot listen on 127.0.0.1: ${message}`;
  }
}

async function complain(message: string, close: () => Promise<void>): Promise<number> {
  process.stderr.write(`${message}\n`);
  await close();
  return 3;
}

function printAddress(loopback: Loopback): void {
  process.stdout.write(
    `Drawdown: ${loopback.address}#code=${loopback.issueCode()}\n` +
      'The code works once. Enter prints another one, Ctrl-C stops.\n',
  );
}

/** A host without a terminal simply prints no further code. */
function onEnter(print: () => void): () => void {
  const onData = (bytes: Buffer) => {
    if (bytes.includes(10) || bytes.includes(13)) print();
  };
  process.stdin.on('error', () => undefined).on('data', onData);
  return () => {
    process.stdin.off('data', onData).pause();
    process.stdin.unref?.();
  };
}
