import * as nodePath from 'node:path';
import type { Result } from '../../shared/base/result.ts';
import type { Ports } from '../platform/ports.ts';
import { attempt } from './attempt.ts';
import { durableWrite } from './durableWrite.ts';
import { checkNewName, pathParts } from './fileNames.ts';
import { documentLimit } from './limits.ts';
import { lstatOrNull, makeFolder } from './locate.ts';
import type { StoreError } from './storeError.ts';

/** A sample's files: text, or bytes of a trace. */
export interface SampleFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Makes a fresh copy of a sample in the app's own folder, where it can overwrite nothing, and gives its folder. */
export function makeSample(
  ports: Ports,
  id: string,
  files: readonly SampleFile[],
): Promise<Result<string, StoreError>> {
  return attempt(id, async () => {
    checkNewName(id, id);
    const stamp = new Date(ports.clock.now()).toISOString().slice(0, 19).replaceAll(':', '-');
    const parent = nodePath.join(ports.appFolder, 'samples', `${stamp}-${ports.randomId().slice(0, 4)}`);
    const folder = nodePath.join(parent, id);
    await makeFolder(ports.fs, folder);
    for (const { path, content } of files) await writeFile(ports, nodePath.join(folder, ...pathParts(path)), content);
    return folder;
  });
}

async function writeFile(ports: Ports, absolute: string, content: string | Uint8Array): Promise<void> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const folder = nodePath.dirname(absolute);
  if (!(await lstatOrNull(ports.fs, folder))) await makeFolder(ports.fs, folder);
  await durableWrite(ports, { absolute, shown: absolute, bytes, expected: null, limit: documentLimit });
}
