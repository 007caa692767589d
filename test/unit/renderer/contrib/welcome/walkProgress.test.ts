import { describe, expect, it } from 'vitest';
import {
  countDone,
  nextStep,
  progressOf,
  readProgress,
  walkIn,
  withDone,
  withFolder,
} from '../../../../../renderer/contrib/welcome/walkProgress.ts';
import { walkthroughs } from '../../../../../renderer/contrib/welcome/walkthroughs.ts';

const [walk, other] = walkthroughs as [(typeof walkthroughs)[0], (typeof walkthroughs)[0]];
const [first, second] = walk.steps as [(typeof walk.steps)[0], (typeof walk.steps)[0]];

describe('the progress of a walkthrough', () => {
  it('begins with nothing done, and its first step is next', () => {
    expect(countDone({}, walk)).toBe(0);
    expect(nextStep({}, walk)).toBe(first);
  });

  it('counts each step once, and goes on to the first that is not done', () => {
    const both = withDone(withDone(withDone({}, walk, second), walk, second), walk, first);
    expect(countDone(both, walk)).toBe(2);
    expect(nextStep(both, walk)).toBe(walk.steps[2]);
    expect(countDone(both, other)).toBe(0);
  });

  it('has no next step when all are done', () => {
    const all = walk.steps.reduce((progress, step) => withDone(progress, walk, step), {});
    expect(nextStep(all, walk)).toBeNull();
  });

  it('belongs to the folder of its sample’s copy, and to no other', () => {
    const opened = withFolder(withDone({}, walk, first), walk, '/samples/one');
    expect(walkIn(opened, '/samples/one')).toBe(walk);
    expect(walkIn(opened, '/home/me/mine')).toBeNull();
    expect(walkIn({}, null)).toBeNull();
    expect(progressOf(opened, walk).done).toEqual([first.id]);
  });

  it('is read as it was kept', () => {
    const kept = withFolder(withDone({}, walk, first), walk, '/samples/one');
    expect(readProgress(JSON.stringify(kept))).toEqual(kept);
  });

  it.each([null, '', 'null', '[]', '{', '"text"', '{"forecast":{"done":[1],"folder":null}}', '{"forecast":3}'])(
    'counts as nothing done where what was kept cannot be read (%j)',
    (text) => {
      expect(readProgress(text)).toEqual({});
    },
  );

  it('leaves steps alone that a later version no longer has', () => {
    const kept = readProgress(JSON.stringify({ [walk.id]: { folder: null, done: ['gone', first.id] } }));
    expect(countDone(kept, walk)).toBe(1);
  });
});
