import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureBuilt } from '../../main/launch/ensureBuilt.mjs';
import { installDebianPackages } from './installDebianPackages.ts';
import { failuresIn, noTests, sum, type Tally, tallyPlaywright, tallyVitest } from './tally.ts';
import { describeTried, triedFile } from './tried.ts';

const root = path.resolve(import.meta.dirname, '../..');
const reports = path.join(root, 'build/test');
const tried = path.join(reports, 'tried.ndjson');

/** Runs everything, prints what was tried to break things and one line `N passed, N failed, N skipped` last, and gives the exit code. */
export async function runTests(args: readonly string[]): Promise<number> {
  const long = args.includes('--long');
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  await installDebianPackages();
  const tallies = [
    ...(await Promise.all(staticChecks.map(runCheck))),
    await runBuild(),
    await runVitest(long),
    await runPlaywright('test/e2e/playwright.config.ts', long),
  ];
  const { passed, failed, skipped } = sum(tallies);
  for (const name of skipped) console.log(`skipped: ${name}`);
  console.log(describeTried(tried, failuresOfThose()));
  console.log(`${passed} passed, ${failed} failed, ${skipped.length} skipped`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

interface Check {
  readonly title: string;
  readonly script: string;
  readonly args: readonly string[];
}

const staticChecks: readonly Check[] = [
  { title: 'types', script: 'typescript/bin/tsc', args: ['-b'] },
  { title: 'lint and layers', script: 'oxlint/bin/oxlint', args: [] },
  { title: 'format', script: 'prettier/bin/prettier.cjs', args: ['--check', '--log-level=warn', '.'] },
];

async function runCheck({ title, script, args }: Check): Promise<Tally> {
  const { code, output } = await node([script, ...args], 'kept');
  console.log(code === 0 ? `✓ ${title}` : `✗ ${title}\n${output}`);
  return code === 0 ? { ...noTests, passed: 1 } : { ...noTests, failed: 1 };
}

async function runBuild(): Promise<Tally> {
  try {
    await ensureBuilt(['cli', 'web', 'electron', 'renderer', 'launch'], () => undefined);
    console.log('✓ build');
    return { ...noTests, passed: 1 };
  } catch (error) {
    console.log(`✗ build\n${(error as Error).message}`);
    return { ...noTests, failed: 1 };
  }
}

const vitestReport = path.join(reports, 'vitest.json');

/** Failed tests of those that try to break things; a report that is not there has failed already. */
function failuresOfThose(): number {
  try {
    return failuresIn(JSON.parse(readFileSync(vitestReport, 'utf8')), /\/test\/integration\/(faults|security|store)\//);
  } catch {
    return 1;
  }
}

const longOnly = (long: boolean): NodeJS.ProcessEnv => (long ? { DRAWDOWN_LONG: '1' } : {});

async function runVitest(long: boolean): Promise<Tally> {
  const report = vitestReport;
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  const args = ['vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.ts', ...reporters];
  const { code } = await node(args, 'shown', { [triedFile]: tried, ...longOnly(long) });
  return withExitCode(code, tallyVitest, report);
}

async function runPlaywright(config: string, long: boolean): Promise<Tally> {
  const report = path.join(reports, `playwright.json`);
  const args = ['@playwright/test/cli.js', 'test', '--config', config, '--reporter=line,json'];
  const { code } = await node(args, 'shown', { PLAYWRIGHT_JSON_OUTPUT_FILE: report, ...longOnly(long) });
  return withExitCode(code, tallyPlaywright, report);
}

/** A runner that failed with no failed test to show for it counts as one failure: nothing fails unseen. */
function withExitCode<Report>(code: number | null, count: (report: Report) => Tally, file: string): Tally {
  let tally = noTests;
  try {
    tally = count(JSON.parse(readFileSync(file, 'utf8')) as Report);
  } catch (error) {
    console.log(`No report: ${String(error)}`);
    return { ...noTests, failed: 1 };
  }
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

function node(args: readonly string[], output: 'kept' | 'shown', env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const [script, ...rest] = args;
  // With a NODE_ENV of the caller's, React is not what tests are about.
  const { NODE_ENV: _, ...own } = process.env;
  const child = spawn(process.execPath, [path.join(root, 'node_modules', script!), ...rest], {
    cwd: root,
    env: { ...own, ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }), ...env },
    stdio: output === 'shown' ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
  });
  let kept = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (kept += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (kept += text));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output: kept })));
}
