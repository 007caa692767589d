import { EventEmitter } from 'node:events';
import type { BrowserWindow, Screen } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followPlace } from '../../../../main/electron/keepPlace.ts';
import type { Box, WindowPlace } from '../../../../main/electron/windowPlace.ts';

const laptop = { x: 0, y: 0, width: 1920, height: 1040 };
const beside = { x: 1920, y: 0, width: 1920, height: 1040 };

/** A window on two displays, of which the second can be taken away. */
function desktop() {
  let bounds: Box = { x: 2000, y: 100, width: 1000, height: 700 };
  let areas: readonly Box[] = [laptop, beside];
  const kept: WindowPlace[] = [];
  const window = Object.assign(new EventEmitter(), {
    getNormalBounds: () => bounds,
    getBounds: () => bounds,
    isMaximized: () => false,
    isMinimized: () => false,
    isDestroyed: () => false,
    setBounds: (to: Box) => void (bounds = to),
    center: () => void (bounds = { ...bounds, x: 460, y: 170 }),
  });
  const screen = Object.assign(new EventEmitter(), {
    getAllDisplays: () => areas.map((workArea) => ({ workArea })),
  });
  followPlace(window as unknown as BrowserWindow, screen as unknown as Screen, (place) => kept.push(place));
  const move = (to: Box): void => {
    bounds = to;
    window.emit('move');
  };
  const unplug = (): void => {
    areas = [laptop];
    screen.emit('display-removed');
  };
  return { window, screen, kept, move, unplug, bounds: () => bounds };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the place of the window', () => {
  it('is kept once the window rests, not at every pixel of a drag', () => {
    const { move, kept } = desktop();
    for (const x of [10, 20, 30]) move({ ...laptop, x });
    expect(kept).toEqual([]);
    vi.runAllTimers();
    expect(kept).toEqual([{ ...laptop, x: 30, maximized: false }]);
  });

  it('is kept as the window closes, and nothing is after that', () => {
    const { window, screen, move, kept } = desktop();
    move({ ...laptop, x: 10 });
    window.emit('close');
    expect(kept).toEqual([{ ...laptop, x: 10, maximized: false }]);
    window.emit('closed');
    vi.runAllTimers();
    expect(kept).toHaveLength(1);
    expect(screen.listenerCount('display-removed')).toBe(0);
  });

  it('is on another display when its own is taken away', () => {
    const { unplug, bounds } = desktop();
    unplug();
    expect(bounds()).toMatchObject({ x: 460, y: 170 });
  });

  it('stays where another display is taken away', () => {
    const { move, unplug, bounds } = desktop();
    move({ x: 50, y: 60, width: 1000, height: 700 });
    unplug();
    expect(bounds()).toEqual({ x: 50, y: 60, width: 1000, height: 700 });
  });
});
