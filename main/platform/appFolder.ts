import * as path from 'node:path';

/** What decides where the app keeps its own files. */
export interface AppFolderPlace {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly home: string;
}

/** The app's own folder: DRAWDOWN_HOME where set, else where each system keeps such files. */
export function appFolder({ env, platform, home }: AppFolderPlace): string {
  const own = env['DRAWDOWN_HOME'];
  if (own) return path.resolve(own);
  if (platform === 'win32') return path.join(env['APPDATA'] || path.join(home, 'AppData', 'Roaming'), 'Drawdown');
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'Drawdown');
  const data = env['XDG_DATA_HOME'];
  return path.join(data && path.isAbsolute(data) ? data : path.join(home, '.local', 'share'), 'drawdown');
}
