import { spawn } from 'node:child_process';

const startMs = 4000;

/** Runs Electron to its end. One that dies at once (no libraries, no sandbox) has not started: that is told apart. */
export function runElectron(
  program: string,
  args: readonly string[],
): Promise<{ readonly code: number } | { readonly failure: string }> {
  const startedAt = performance.now();
  const { ELECTRON_RUN_AS_NODE: _unwanted, ...env } = process.env;
  const child = spawn(program, args, { stdio: 'inherit', env });
  const pass = (signal: NodeJS.Signals) => void child.kill(signal);
  process.on('SIGINT', pass).on('SIGTERM', pass);
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ failure: error.message }));
    child.on('close', (code, signal) => {
      process.off('SIGINT', pass).off('SIGTERM', pass);
      const early = performance.now() - startedAt < startMs;
      const crashed = signal !== null && signal !== 'SIGINT' && signal !== 'SIGTERM';
      if (early && (crashed || (code !== null && code !== 0)))
        return resolve({ failure: signal ?? `exit code ${code}` });
      resolve({ code: code ?? 0 });
    });
  });
}
