import * as nodePath from 'node:path';
import { ok, type Result } from '../../shared/base/result.ts';
import type { Ports } from '../platform/ports.ts';
import { attempt, refuse } from './attempt.ts';
import { bytesOf } from './document.ts';
import { checkNewName } from './fileNames.ts';
import { writeNewOutFile } from './newOutFile.ts';
import type { StoreError } from './storeError.ts';

/** Writes a text to a new file anywhere on this computer, for when its own folder is gone; never over another file. */
export async function saveElsewhere(
  ports: Ports,
  { file, text }: { readonly file: string; readonly text: string },
): Promise<Result<{ readonly path: string }, StoreError>> {
  const checked = await attempt(file, async () => {
    if (!nodePath.isAbsolute(file)) refuse('bad-name', file, 'it is no full path');
    checkNewName(nodePath.basename(file), file);
    return bytesOf({ path: file, text });
  });
  if (!checked.ok) return checked;
  const written = await writeNewOutFile(ports, { absolute: file, shown: file, inputs: [] }, [checked.value]);
  return written.ok ? ok({ path: file }) : written;
}
