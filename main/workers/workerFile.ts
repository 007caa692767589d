/** Where the bundle of a worker lies: beside the bundle that this is in, and of its kind. */
export function workerFile(name: string): URL {
  const extension = import.meta.url.endsWith('.cjs') ? 'cjs' : 'mjs';
  return new URL(`./${name}.${extension}`, import.meta.url);
}
