import * as path from 'node:path';
import { logoOf, mostLogoBytes, type Brand } from '../../shared/base/brand.ts';
import { storeErrorOf } from '../store/attempt.ts';
import { readBytes } from '../store/readBytes.ts';
import { exitCode, type CommandIo } from './command.ts';
import { cliPorts } from './cliPorts.ts';
import { failed } from './openBeside.ts';
import { plainText } from './plainText.ts';
import type { WantedBrand } from './quoteOptions.ts';

/** The seller's look with its logo read. Null: nothing is said. */
export async function readBrand(
  { logo, accent, terms }: WantedBrand,
  io: CommandIo,
): Promise<Brand | null | { readonly exit: number }> {
  if (logo === null && accent === null && terms === null) return null;
  const read = logo === null ? null : await readLogo(logo, io);
  if (typeof read === 'object' && read !== null) return read;
  return { logo: read, accent, terms: terms ?? '' };
}

async function readLogo(file: string, io: CommandIo): Promise<string | { readonly exit: number }> {
  const named = { absolute: path.resolve(io.cwd, file), shown: file };
  const bytes = await readBytes(cliPorts().fs, named, mostLogoBytes).catch((error: unknown) =>
    storeErrorOf(error, file),
  );
  if (!(bytes instanceof Uint8Array)) return failed(bytes, io);
  const logo = logoOf(Buffer.from(bytes).toString('base64'));
  if (logo !== null) return logo;
  io.stderr(`${plainText(file)}: a logo is a PNG or a JPEG.\n`);
  return { exit: exitCode.badInput };
}
