import { parseArgs } from 'node:util';
import { err, ok, type Result } from '../../shared/base/result.ts';

/** What the command line of the loopback host asks for. */
export interface WebArguments {
  /** A folder, or a file to show in its folder. */
  readonly folder: string | null;
  /** 0 for any free port. */
  readonly port: number;
  /** Whether a browser may be opened. */
  readonly browser: boolean;
}

export const usage = 'Usage: npm run start:web -- [FOLDER | FILE] [--port PORT] [--no-browser]';

const loopbackNames = new Set(['127.0.0.1', 'localhost']);

/** Reads the command line, or says what is wrong with it. */
export function readArguments(args: readonly string[]): Result<WebArguments, string> {
  const read = parse(args);
  if (!read.ok) return read;
  const { values, positionals } = read.value;
  if (positionals.length > 1) return err(`One folder or file can be opened, not ${positionals.length}.`);
  if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65535) return err('A port is a number up to 65535.');
  if (!loopbackNames.has(values.host))
    return err('The host listens on 127.0.0.1 alone; no other address can be given.');
  return ok({ folder: positionals[0] ?? null, port: Number(values.port), browser: !values['no-browser'] });
}

function parse(args: readonly string[]) {
  try {
    const options = {
      port: { type: 'string', default: '0' },
      host: { type: 'string', default: '127.0.0.1' },
      'no-browser': { type: 'boolean', default: false },
    } as const;
    return ok(parseArgs({ args: [...args], options, allowPositionals: true }));
  } catch (error) {
    return err((error as Error).message);
  }
}
