import { describe, expect, it } from 'vitest';
import { openPlace, readPlace, type WindowPlace } from '../../../../main/electron/windowPlace.ts';

const laptop = { x: 0, y: 0, width: 1920, height: 1040 };
const beside = { x: 1920, y: 0, width: 2560, height: 1400 };
const at = (x: number, y: number, width = 1200, height = 800): WindowPlace => ({
  x,
  y,
  width,
  height,
  maximized: false,
});

describe('where the window opens', () => {
  it('the first time: in the middle, no larger than the display', () => {
    expect(openPlace(null, [laptop])).toEqual({ width: 1440, height: 900, maximized: false });
    expect(openPlace(null, [{ x: 0, y: 0, width: 1280, height: 720 }])).toMatchObject({ width: 1280, height: 720 });
  });

  it('where it was, on whichever display that is, also to the left of the first', () => {
    expect(openPlace(at(100, 50), [laptop])).toEqual(at(100, 50));
    expect(openPlace(at(2500, 300), [laptop, beside])).toEqual(at(2500, 300));
    expect(openPlace(at(-1500, 20), [laptop, { x: -1920, y: 0, width: 1920, height: 1040 }])).toEqual(at(-1500, 20));
  });

  it('maximized as it was', () => {
    expect(openPlace({ ...at(100, 50), maximized: true }, [laptop])).toMatchObject({ maximized: true, x: 100 });
  });

  it('in the middle of the first display where its own is gone', () => {
    expect(openPlace(at(2500, 300), [laptop])).toEqual({ width: 1200, height: 800, maximized: false });
  });

  it('whole where only a part of it is seen, and not where too little to take hold of is', () => {
    expect(openPlace(at(1500, 600), [laptop])).toEqual(at(720, 240));
    expect(openPlace(at(-1100, 100), [laptop])).not.toHaveProperty('x');
  });

  it('smaller where the display has become smaller, and wholly on it', () => {
    expect(openPlace(at(400, 300, 1900, 1000), [{ x: 0, y: 0, width: 1366, height: 728 }])).toEqual(
      at(0, 0, 1366, 728),
    );
  });

  it('without any display, as large as it was', () => {
    expect(openPlace(at(10, 10), [])).toEqual({ width: 1200, height: 800, maximized: false });
  });
});

describe('a place that was kept', () => {
  it('is read as it was written', () => {
    expect(readPlace(JSON.stringify(at(1, 2)))).toEqual(at(1, 2));
  });

  it.each([
    null,
    '',
    'null',
    '{}',
    '[1]',
    '7',
    '{"x":0,"y":0,"width":0,"height":5}',
    '{"x":"0","y":0,"width":9,"height":9}',
  ])('counts as none where it is %j', (text) => {
    expect(readPlace(text)).toBeNull();
  });
});
