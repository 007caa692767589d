/** Where the bundle of a worker lies: beside the bundle that this is in. */
export function workerFile(name: string): URL {
  return new URL(`./${name}.cjs`, import.meta.url);
}
