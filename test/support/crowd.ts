import { expect } from 'vitest';
import { sendRaw, requestText } from './rawHttp.ts';
import { residentMemory } from './residentMemory.ts';
import { openSocket } from './sockets.ts';
import { startHost } from './startHost.ts';

const megabyte = 1024 * 1024;

/**
 * Opens many connections to the built host, which send nothing or only the beginning of a request, and then as many requests.
 * Gives by how much the host's memory grew at most, in megabytes. Fails where it does not answer in the end.
 */
export async function crowd(connections: number, home: string): Promise<number> {
  const host = await startHost([], home);
  const port = Number(new URL(host.address).port);
  const page = requestText('GET / HTTP/1.1', [['Host', `127.0.0.1:${port}`]]);
  const answers = async () => (await sendRaw(port, page, 10_000))?.status;
  try {
    for (let warm = 0; warm < 50; warm++) expect(await answers()).toBe(200);
    const before = residentMemory(host.pid);
    const sockets = [];
    let most = before;
    while (sockets.length < connections) {
      const wave = await Promise.all(Array.from({ length: 100 }, () => openSocket(port)));
      for (const socket of wave.slice(0, 50)) socket.write('GET / HTTP/1.1\r\nHost: 127');
      sockets.push(...wave);
      most = Math.max(most, residentMemory(host.pid));
    }
    for (let sent = 0; sent < connections; sent += 50) {
      await Promise.all(Array.from({ length: 50 }, () => sendRaw(port, page, 200)));
      most = Math.max(most, residentMemory(host.pid));
    }
    for (const socket of sockets) socket.destroy();
    await expect.poll(answers, { timeout: 25_000, interval: 200 }).toBe(200);
    return (most - before) / megabyte;
  } finally {
    await host.stop();
  }
}
