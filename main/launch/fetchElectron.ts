import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

interface Fetching {
  readonly packageFolder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly say: (line: string) => void;
  readonly patienceMs?: number;
}

const connectionMs = 5000;

/** Fetches Electron's program, with progress; gives what went wrong in a few words, or null. */
export async function fetchElectron({
  packageFolder,
  env,
  say,
  patienceMs = connectionMs,
}: Fetching): Promise<string | null> {
  try {
    const connection = patience(patienceMs);
    await download({ packageFolder, env, signal: connection.signal, onProgress: showProgress(say, connection.kept) });
  } catch (error) {
    return reasonFor(error, patienceMs);
  }
  return install(packageFolder);
}

/** Gives up when nothing has come in for that long at first; a download that runs may take its time. */
function patience(ms: number) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), ms);
  return { signal: controller.signal, kept: () => clearTimeout(timer) };
}

interface Progress {
  readonly transferred: number;
  readonly total: number | null;
}

function showProgress(say: (line: string) => void, onFirst: () => void): (progress: Progress) => void {
  let shown = -1;
  return ({ transferred, total }) => {
    onFirst();
    const tenth = total ? Math.floor((10 * transferred) / total) : 0;
    if (tenth === shown) return;
    shown = tenth;
    say(`Fetching Electron: ${total ? `${tenth * 10} % of ${Math.round(total / 1e6)} MB` : 'connected'}`);
  };
}

interface Download {
  readonly packageFolder: string;
  readonly env: Fetching['env'];
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** Fills the cache from which Electron's own installer then takes the file. */
async function download({ packageFolder, env, signal, onProgress }: Download): Promise<void> {
  const { downloadArtifact } = await import('@electron/get');
  const read = (file: string) =>
    JSON.parse(readFileSync(path.join(packageFolder, file), 'utf8')) as Record<string, string>;
  await downloadArtifact({
    version: read('package.json')['version']!,
    artifactName: 'electron',
    platform: process.platform,
    arch: process.arch,
    checksums: read('checksums.json'),
    ...(env['electron_config_cache'] ? { cacheRoot: env['electron_config_cache'] } : {}),
    downloadOptions: { quiet: true, signal, getProgressCallback: onProgress },
  });
}

function install(packageFolder: string): Promise<string | null> {
  const installer = spawn(process.execPath, [path.join(packageFolder, 'install.js')], { stdio: 'ignore' });
  return new Promise((resolve) => {
    installer.on('error', (error) => resolve(error.message));
    installer.on('close', (code) => resolve(code === 0 ? null : 'its installer failed'));
  });
}

function reasonFor(error: unknown, patienceMs: number): string {
  const { name, message, cause } = error as Error & { cause?: { code?: string } };
  if (name === 'AbortError') return `no connection within ${patienceMs / 1000} s`;
  if (name === 'TypeError') return `no connection${cause?.code ? `: ${cause.code}` : ''}`;
  return message.split('\n')[0]!;
}
