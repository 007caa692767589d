import { describe, expect, it } from 'vitest';
import { createDrawTurns, type Turn } from '../../../../../renderer/workbench/live/drawTurns.ts';

/** A page that shows a frame, or lets a while pass, when it is told to. */
function page() {
  const frames: (() => void)[] = [];
  const whiles: (() => void)[] = [];
  const drawn: string[] = [];
  const turns = createDrawTurns({ afterFrame: (work) => frames.push(work), afterMs: (work) => whiles.push(work) });
  const part = (name: string, seen = true): Turn => ({
    draw: () => void drawn.push(name),
    isDue: (isResting) => seen || isResting,
  });
  const pass = (due: (() => void)[]) => () => {
    for (const work of due.splice(0)) work();
  };
  return { turns, part, drawn, frame: pass(frames), rest: pass(whiles) };
}

describe('Parts that are drawn in turn', () => {
  it('come one a frame, in the order in which they came', () => {
    const { turns, part, drawn, frame } = page();
    for (const name of ['fan', 'histogram', 'drivers']) turns.wait(part(name));
    expect(drawn).toEqual([]);
    frame();
    expect(drawn).toEqual(['fan']);
    frame();
    frame();
    frame();
    expect(drawn).toEqual(['fan', 'histogram', 'drivers']);
  });

  it('keep their place while newer answers come, so that a long drag lets the last one come too', () => {
    const { turns, part, drawn, frame } = page();
    const [fan, histogram] = [part('fan'), part('histogram')];
    for (let answer = 0; answer < 4; answer++) {
      turns.wait(fan);
      turns.wait(histogram);
      frame();
    }
    expect(drawn).toEqual(['fan', 'histogram', 'fan', 'histogram']);
  });

  it('wait for a rest where nobody sees them', () => {
    const { turns, part, drawn, frame, rest } = page();
    const below = part('below', false);
    turns.wait(below);
    turns.wait(part('fan'));
    frame();
    frame();
    expect(drawn).toEqual(['fan']);
    turns.wait(below);
    rest();
    frame();
    expect(drawn).toEqual(['fan']);
    rest();
    expect(drawn).toEqual(['fan', 'below']);
  });

  it('are all drawn after a rest, one a frame', () => {
    const { turns, part, drawn, frame, rest } = page();
    for (const name of ['months', 'table', 'assumptions']) turns.wait(part(name, false));
    frame();
    rest();
    expect(drawn).toEqual(['months']);
    frame();
    frame();
    expect(drawn).toEqual(['months', 'table', 'assumptions']);
  });

  it('wait for what is better, if that is on its way', () => {
    const { turns, part, drawn, frame, rest } = page();
    let isRough = true;
    turns.wait({ ...part('below'), isDue: (isResting) => isResting && !isRough });
    frame();
    rest();
    rest();
    expect(drawn).toEqual([]);
    isRough = false;
    rest();
    expect(drawn).toEqual(['below']);
  });

  it('that are gone are not drawn', () => {
    const { turns, part, drawn, frame } = page();
    const closed = part('closed');
    turns.wait(closed);
    turns.leave(closed);
    frame();
    expect(drawn).toEqual([]);
    turns.wait(part('fan'));
    frame();
    expect(drawn).toEqual(['fan']);
  });
});
