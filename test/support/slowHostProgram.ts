import { nodeFs, type Fs, type OpenFile } from '../../main/platform/fs.ts';
import { nodePorts } from '../../main/platform/ports.ts';
import { runWeb } from '../../main/web/runWeb.ts';

// The loopback host as a process of its own, in which one operation of a save, by its number, is late or hangs for ever. A
// byte on standard input begins the count; SIGUSR2 is a mistake in its code.
const [folder = '', home = '', page = '', number = '0', trouble = 'late'] = process.argv.slice(2);
const state = { asked: -Infinity };
process.stdin.on('data', () => {
  state.asked = 0;
  console.log('counting');
});
process.on('SIGUSR2', () => {
  void Promise.reject(new Error('a mistake in the host'));
  throw new Error('another mistake in the host');
});

async function ask(): Promise<void> {
  state.asked += 1;
  if (state.asked !== Number(number)) return;
  console.log('reached');
  await new Promise<void>((resolve) => trouble === 'late' && setTimeout(resolve, 60));
}

function late<T extends object>(target: T): T {
  const wrapped =
    (key: string) =>
    async (...args: unknown[]) => {
      await ask();
      const done = await (target[key as keyof T] as (...args: unknown[]) => Promise<unknown>).apply(target, args);
      return key === 'open' ? lateFile(done as OpenFile) : done;
    };
  return Object.fromEntries(Object.keys(target).map((key) => [key, wrapped(key)])) as T;
}

const fileKeys = ['write', 'read', 'stat', 'sync', 'truncate', 'chmod', 'close'] as const;

function lateFile(file: OpenFile): OpenFile {
  const own = fileKeys.map((key) => [key, (...args: never[]) => (file[key] as (...args: never[]) => unknown)(...args)]);
  return late(Object.fromEntries(own) as OpenFile);
}

const ports = { ...nodePorts({ DRAWDOWN_HOME: home }), fs: late<Fs>(nodeFs), pickFolder: null };
// What is late ends in time on a machine of any speed; what hangs never does.
const closeMs = trouble === 'late' ? 60_000 : 1000;
process.exitCode = await runWeb({ ports, page, folder, port: 0, browser: false, closeMs });
