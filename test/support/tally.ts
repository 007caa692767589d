/** How many tests went which way, and the names of those skipped. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly string[];
}

export const noTests: Tally = { passed: 0, failed: 0, skipped: [] };

export function sum(tallies: readonly Tally[]): Tally {
  const passed = tallies.reduce((total, tally) => total + tally.passed, 0);
  const failed = tallies.reduce((total, tally) => total + tally.failed, 0);
  return { passed, failed, skipped: tallies.flatMap((tally) => tally.skipped) };
}

interface VitestReport {
  readonly success: boolean;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** Counts Vitest's JSON report. A file that fails as a whole counts as one failed test. */
export function tallyVitest(report: VitestReport): Tally {
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  const wholeFiles = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const failed = tests.filter(({ status }) => status === 'failed').length + wholeFiles.length;
  const skipped = tests.filter(({ status }) => status !== 'passed' && status !== 'failed');
  return { passed, failed, skipped: skipped.map(({ fullName }) => fullName) };
}

/** How many tests failed in the files that match. */
export function failuresIn(report: VitestReport, files: RegExp): number {
  return tallyVitest({ ...report, testResults: report.testResults.filter(({ name }) => files.test(name)) }).failed;
}

interface PlaywrightTest {
  readonly status: string;
  readonly annotations?: readonly { readonly type: string; readonly description?: string }[];
}

interface PlaywrightSuite {
  readonly title: string;
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs?: readonly { readonly title: string; readonly tests: readonly PlaywrightTest[] }[];
}

interface PlaywrightReport {
  readonly errors: readonly unknown[];
  readonly suites: readonly PlaywrightSuite[];
}

/** Counts Playwright's JSON report. A test that passed only when tried again counts as failed. */
export function tallyPlaywright(report: PlaywrightReport): Tally {
  const outside = { passed: 0, failed: report.errors.length, skipped: [] };
  return sum([outside, ...report.suites.map(tallySuite)]);
}

function tallySuite({ suites = [], specs = [] }: PlaywrightSuite): Tally {
  const own = specs.flatMap(({ title, tests }) => tests.map((each) => tallyOne(title, each)));
  return sum([...own, ...suites.map(tallySuite)]);
}

function tallyOne(title: string, { status, annotations = [] }: PlaywrightTest): Tally {
  if (status === 'expected') return { ...noTests, passed: 1 };
  if (status !== 'skipped') return { ...noTests, failed: 1 };
  const reason = annotations.find(({ type }) => type === 'skip')?.description;
  return { ...noTests, skipped: [reason ? `${title} (${reason})` : title] };
}
