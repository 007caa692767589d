import { describe, expect, it } from 'vitest';
import { failuresIn, sum, tallyPlaywright, tallyVitest } from '../../../support/tally.ts';

describe('The tally of Vitest', () => {
  const file = (status: string, ...tests: readonly string[]) => ({
    name: 'a.test.ts',
    status,
    assertionResults: tests.map((test) => ({ status: test, fullName: `it ${test}` })),
  });

  it('counts each test, and names those skipped', () => {
    const report = {
      success: false,
      testResults: [file('failed', 'passed', 'failed', 'pending'), file('passed', 'passed')],
    };
    expect(tallyVitest(report)).toEqual({ passed: 2, failed: 1, skipped: ['it pending'] });
  });

  it('counts a file that cannot be read as one failure', () => {
    expect(tallyVitest({ success: false, testResults: [file('failed')] })).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe('The failures of some files', () => {
  it('are those alone', () => {
    const file = (name: string) => ({
      name,
      status: 'failed',
      assertionResults: [{ status: 'failed', fullName: 'x' }],
    });
    expect(
      failuresIn({ success: false, testResults: [file('/faults/a.test.ts'), file('/b.test.ts')] }, /\/faults\//),
    ).toBe(1);
  });
});

describe('The tally of Playwright', () => {
  const spec = (title: string, status: string) => ({ title, tests: [{ status }] });

  it('counts through nested suites; a flaky test is a failure', () => {
    const inner = { title: 'inner', specs: [spec('a', 'expected'), spec('b', 'flaky')] };
    const report = {
      errors: [],
      suites: [{ title: 'file', suites: [inner], specs: [spec('c', 'unexpected'), spec('d', 'skipped')] }],
    };
    expect(tallyPlaywright(report)).toEqual({ passed: 1, failed: 2, skipped: ['d'] });
  });

  it('names what a skipped test needs', () => {
    const annotations = [{ type: 'skip', description: 'needs Xvfb' }];
    const suite = { title: 'file', specs: [{ title: 'a', tests: [{ status: 'skipped', annotations }] }] };
    expect(tallyPlaywright({ errors: [], suites: [suite] }).skipped).toEqual(['a (needs Xvfb)']);
  });

  it('counts an error outside every test', () => {
    expect(tallyPlaywright({ errors: [{}], suites: [] })).toMatchObject({ failed: 1 });
  });
});

it('The sum adds up every part', () => {
  const one = { passed: 1, failed: 0, skipped: ['a'] };
  expect(sum([one, { passed: 2, failed: 3, skipped: ['b'] }])).toEqual({ passed: 3, failed: 3, skipped: ['a', 'b'] });
});
