import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fetchElectron } from './fetchElectron.ts';

interface Search {
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly say: (line: string) => void;
}

/** Electron's program: the folder that ELECTRON_OVERRIDE_DIST_PATH names, else the one installed, else fetched now. */
export async function electronProgram({ root, env, say }: Search) {
  const given = env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (given) return givenProgram(given);
  const packageFolder = path.join(root, 'node_modules/electron');
  if (!existsSync(packageFolder)) return { obstacle: "Electron's package is not installed" };
  const installed = installedProgram(packageFolder);
  if (installed) return { program: installed };
  const failure = await fetchElectron({ packageFolder, env, say });
  if (failure) return { obstacle: `Electron is not installed and could not be fetched (${failure})` };
  const fetched = installedProgram(packageFolder);
  return fetched ? { program: fetched } : { obstacle: 'Electron could not be installed' };
}

const programNames = ['electron', 'electron.exe', 'Electron.app/Contents/MacOS/Electron'];

function givenProgram(folder: string) {
  const program = programNames.map((name) => path.join(folder, name)).find((file) => existsSync(file));
  return program ? { program } : { obstacle: `ELECTRON_OVERRIDE_DIST_PATH holds no Electron (${folder})` };
}

/** The package notes the name of its program when it has been fetched. */
function installedProgram(packageFolder: string): string | null {
  const note = path.join(packageFolder, 'path.txt');
  if (!existsSync(note)) return null;
  const program = path.join(packageFolder, 'dist', readFileSync(note, 'utf8'));
  return existsSync(program) ? program : null;
}
