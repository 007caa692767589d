import type { BrowserWindow, Screen } from 'electron';
import type { Host } from '../host/host.ts';
import { openPlace, readPlace, type Box, type WindowPlace } from './windowPlace.ts';

const key = 'user:window';
const restMs = 400;

/** Where the window was when it was last moved; null: never kept. */
export async function keptPlace(host: Pick<Host, 'call'>): Promise<WindowPlace | null> {
  const kept = await host.call('state.get', { key });
  return kept.ok ? readPlace(kept.value as string | null) : null;
}

/** Keeps where the window is for the next start. */
export async function keepPlace(host: Pick<Host, 'call'>, place: WindowPlace): Promise<void> {
  await host.call('state.set', { key, value: JSON.stringify(place) });
}

type Displays = Pick<Screen, 'on' | 'off' | 'getAllDisplays'>;

/** Tells where the window is once it rests, and as it closes; and brings it back where its display goes away. */
export function followPlace(window: BrowserWindow, screen: Displays, rests: (place: WindowPlace) => void): void {
  const keep = (): void => rests({ ...window.getNormalBounds(), maximized: window.isMaximized() });
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const moved = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(keep, restMs);
  };
  window.on('resize', moved);
  window.on('move', moved);
  window.on('close', () => {
    clearTimeout(waiting);
    keep();
  });
  const displaysChanged = (): void => bringBack(window, workAreas(screen));
  for (const change of ['display-removed', 'display-metrics-changed'] as const) {
    screen.on(change as 'display-removed', displaysChanged);
    window.on('closed', () => screen.off(change as 'display-removed', displaysChanged));
  }
  window.on('closed', () => clearTimeout(waiting));
}

export function workAreas(screen: Pick<Displays, 'getAllDisplays'>): readonly Box[] {
  return screen.getAllDisplays().map(({ workArea }) => workArea);
}

function bringBack(window: BrowserWindow, areas: readonly Box[]): void {
  if (window.isDestroyed() || window.isMaximized() || window.isMinimized()) return;
  const bounds = window.getBounds();
  const { x, y, width, height } = openPlace({ ...bounds, maximized: false }, areas);
  if (x === undefined || y === undefined) return window.center();
  if (x !== bounds.x || y !== bounds.y) window.setBounds({ x, y, width, height });
}
