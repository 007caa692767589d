import { spawn } from 'node:child_process';

/**
 * Opens the page in the user's browser where there is one: at a terminal, with a display. The address carries no code, because
 * command lines can be read by every process; the page asks for the code that the terminal shows.
 */
export function openBrowser(address: string): void {
  if (!process.stdout.isTTY) return;
  const command = browserCommand();
  if (!command) return;
  const [program, ...args] = command;
  const child = spawn(program!, [...args, address], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

function browserCommand(): readonly string[] | null {
  if (process.platform === 'darwin') return ['open'];
  if (process.platform === 'win32') return ['explorer.exe'];
  return process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'] ? ['xdg-open'] : null;
}
