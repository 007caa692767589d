import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const hostFile = fileURLToPath(new URL('../../build/web/main.mjs', import.meta.url));

/** The built loopback host, as it was started. */
export interface RunningHost {
  readonly pid: number;
  readonly address: string;
  stop(): Promise<void>;
  kill(): Promise<void>;
}

/** Starts the built host and waits for the address that it prints. */
export async function startHost(args: readonly string[], home: string): Promise<RunningHost> {
  const env = { ...process.env, DRAWDOWN_HOME: home };
  const child = spawn(process.execPath, [hostFile, '--no-browser', ...args], { env, stdio: ['pipe', 'pipe', 'pipe'] });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  let said = '';
  const address = await new Promise<string>((resolve, reject) => {
    const listen = (text: Buffer) => {
      said += text.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+\/#code=\S+/.exec(said);
      if (found) resolve(found[0]);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    void ended.then(() => reject(new Error(`the host ended: ${said}`)));
  });
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended;
  };
  return { pid: child.pid!, address, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}
