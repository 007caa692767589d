/** What of the machine decides whether Electron can show a window. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  /** Undefined where the system has no user numbers. */
  readonly uid: number | undefined;
}

const unix = new Set(['linux', 'freebsd', 'openbsd']);

/** Why Electron cannot run here, as the start of a sentence; null where nothing speaks against it. */
export function electronObstacle({ env, platform, uid }: Machine): string | null {
  if (uid === 0) return 'Electron does not run as root';
  if (unix.has(platform) && !env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return 'There is no display';
  return null;
}
