import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where the workers of one run of the tests are built. */
export function workersFolder(root: string): string {
  return path.join(root, 'build', `.workers-${process.pid}`);
}

/** Tests run the sources, but a thread starts from a bundle: the code that finds it is told that it lies beside the bundles. */
export function workersBuilt(root: string) {
  const beside = JSON.stringify(pathToFileURL(path.join(workersFolder(root), 'main.mjs')).href);
  return {
    name: 'workers-built',
    enforce: 'pre' as const,
    transform: (code: string, id: string) =>
      id.endsWith('/main/workers/workerFile.ts') ? code.replaceAll('import.meta.url', beside) : null,
  };
}
