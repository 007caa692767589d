import { describe, expect, it } from 'vitest';
import {
  diffAddress,
  readDiffAddress,
  type Version,
} from '../../../../../../renderer/contrib/compare/diff/diffAddress.ts';
import { diffTitle } from '../../../../../../renderer/contrib/compare/diff/versionTitle.ts';
import { parseAddress } from '../../../../../../renderer/platform/address.ts';

const now = (path: string): Version => ({ path, at: 'now' });

describe('the address of two texts', () => {
  it.each<[Version, Version]>([
    [now('a.scenario.json'), now('theirs/b.scenario.json')],
    [{ path: 'with | bar@disk.json', at: 'disk' }, now('with | bar@disk.json')],
    [{ path: 'Überblick: 100%.json', at: 12 }, now('Überblick: 100%.json')],
  ])('names %j and %j', (left, right) => {
    expect(readDiffAddress(parseAddress(diffAddress({ left, right })).path)).toEqual({ left, right });
  });

  it.each([
    '',
    'a.json@now',
    'a.json@now|b.json@now|c.json@now',
    'a.json|b.json@now',
    'a.json@0|b.json@now',
    '%@now|b@now',
  ])('is none: %j', (path) => expect(readDiffAddress(path)).toBeNull());

  it('is shown by the files, or by what the one file was and is', () => {
    expect(diffTitle({ left: now('x/a.scenario.json'), right: now('b.scenario.json') })).toBe('a ↔ b');
    expect(diffTitle({ left: { path: 'a.scenario.json', at: 'disk' }, right: now('a.scenario.json') })).toBe(
      'a (on disk ↔ now)',
    );
  });
});
