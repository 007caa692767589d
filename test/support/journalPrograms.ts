import { spawnSync } from 'node:child_process';

/** Runs one of Debian's accounting programs on a journal that stands on its standard input. */
export function journalProgram(program: string, args: readonly string[], journal?: string) {
  const env = { ...process.env, LC_ALL: 'C.UTF-8', HOME: '/nonexistent', LEDGER_FILE: '' };
  const input = journal === undefined ? {} : { input: journal };
  const ran = spawnSync(program, args, { encoding: 'utf8', env, ...input, maxBuffer: 1 << 28 });
  return { code: ran.status, stdout: ran.stdout, stderr: ran.stderr };
}

/** Whether a program is installed here. Tests that need one that is not are skipped by name. */
export function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version']).status === 0;
}

/** What each account holds, as a program printed it: `-77.000000000 CREDITS, -308.00 USD` becomes amounts by commodity. */
export type PrintedBalances = Readonly<Record<string, Readonly<Record<string, bigint>>>>;

const amount = /(-?)(\d+)(?:\.(\d+))?(?:E-(\d+))?\s*([A-Z]+)/g;

/** Reads amounts, scaled by 10^9 so that none is a fraction; what is 0 is left out, as the programs do. */
export function printedBalances(lines: readonly (readonly [account: string, printed: string])[]): PrintedBalances {
  const read = lines.map(([account, printed]) => {
    const amounts = [...printed.matchAll(amount)].map(([, sign, whole, fraction = '', exponent = '0', commodity]) => {
      const nanos = BigInt(`${sign}${whole}${fraction.padEnd(9, '0')}`);
      return [commodity!, nanos / 10n ** BigInt(exponent)] as const;
    });
    return [account, Object.fromEntries(amounts.filter(([, held]) => held !== 0n))] as const;
  });
  return Object.fromEntries(read.filter(([, held]) => Object.keys(held).length > 0));
}
