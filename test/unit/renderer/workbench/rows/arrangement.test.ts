import { expect, it } from 'vitest';
import { firstFolds, withFold } from '../../../../../renderer/workbench/rows/arrangement.ts';

it('groups are folded at first, and each is unfolded and folded for itself', () => {
  const open = withFold(firstFolds, 'use', false);
  expect(open).toEqual({ folded: true, except: ['use'] });
  expect(withFold(open, 'grant', false).except).toEqual(['use', 'grant']);
  expect(withFold(open, 'use', true)).toEqual(firstFolds);
  expect(withFold({ folded: false, except: [] }, 'use', true)).toEqual({ folded: false, except: ['use'] });
});

it('of very many groups unlike the others the latest stay so', () => {
  let folds = firstFolds;
  for (let group = 0; group < 2001; group++) folds = withFold(folds, `group ${group}`, false);
  expect(folds.except).toHaveLength(2000);
  expect(folds.except.at(-1)).toBe('group 2000');
});
