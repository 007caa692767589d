import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { nodePorts, type Ports } from '../../main/platform/ports.ts';

/** Ports with the app's folder, and a folder to work in, under a new temporary folder. */
export interface Scratch {
  readonly folder: string;
  readonly ports: Ports;
  /** Writes a file and gives its path. */
  write(name: string, content: string | Uint8Array): string;
  remove(): void;
}

export function makeScratch(): Scratch {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'drawdown-import-'));
  const folder = path.join(root, 'work');
  fs.mkdirSync(folder);
  return {
    folder,
    ports: nodePorts({ ...process.env, DRAWDOWN_HOME: path.join(root, 'app') }),
    write(name, content) {
      const file = path.join(folder, name);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, content);
      return file;
    },
    remove: () => fs.rmSync(root, { recursive: true, force: true }),
  };
}

/** Every file below a folder with its bytes as text, to search. */
export function filesBelow(folder: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const entry of fs.readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    files.set(path.relative(folder, file), fs.readFileSync(file, 'latin1'));
  }
  return files;
}
