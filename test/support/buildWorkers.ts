import { rmSync } from 'node:fs';
import path from 'node:path';
import { buildWorkers } from '../../main/launch/buildWorkers.ts';
import { workersFolder } from './workersBuilt.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Builds the workers from their sources, once for all tests of a run. */
export async function setup(): Promise<void> {
  await buildWorkers({ root, into: workersFolder(root) });
}

export function teardown(): void {
  rmSync(workersFolder(root), { recursive: true, force: true });
}
