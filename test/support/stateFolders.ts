import * as fs from 'node:fs';
import * as path from 'node:path';
import { sha256Text } from '../../main/platform/sha256.ts';

/** Files by their path; texts as they are on disk, so that no formatter touches them. */
export type PackedFolder = Readonly<Record<string, string>>;

/** In the app's folder, what belongs to a workspace is named by where that lies: in a fixture, by this word. */
const anyPlace = 'WORKSPACE';

function named(folder: string): string {
  return sha256Text(folder).slice(0, 16);
}

/** Reads what a version left on disk: the workspace, and the app's own folder. */
export function packState(workspace: string, home: string): PackedFolder {
  const files = [...filesIn(workspace, 'workspace'), ...filesIn(home, 'home')];
  return Object.fromEntries(files.map(([name, text]) => [name.replaceAll(named(workspace), anyPlace), text]));
}

/** Puts on disk what a version left, as if it had been made there. Gives the workspace and the app's own folder. */
export function unpackState(packed: PackedFolder, base: string): { readonly workspace: string; readonly home: string } {
  const workspace = path.join(base, 'workspace');
  for (const [name, text] of Object.entries(packed)) {
    const file = path.join(base, name.replaceAll(anyPlace, named(workspace)));
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }
  return { workspace, home: path.join(base, 'home') };
}

function filesIn(folder: string, as: string): (readonly [string, string])[] {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) =>
      entry.isDirectory()
        ? filesIn(path.join(folder, entry.name), `${as}/${entry.name}`)
        : [[`${as}/${entry.name}`, fs.readFileSync(path.join(folder, entry.name), 'utf8')] as const],
    );
}
