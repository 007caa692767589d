import type { Host } from './host.ts';

/** How long an end waits for what is being saved. */
export const longestCloseMs = 10_000;

/** Closes a host once its saves are done. A disk that hangs does not keep the app from ending: false, it was not closed in time. */
export async function closeWithin(host: Pick<Host, 'close'>, ms: number): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), ms)));
  try {
    return await Promise.race([host.close().then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
