import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

/** What a program can reach other machines with, or hand something to another program on this one. */
const reaches = [
  /from '(?:node:)?(?:http|https|http2|net|tls|dns|dgram)(?:\/promises)?'/,
  /(?<![.\w#])fetch\((?!\w+:)/,
  /\b(?:WebSocket|EventSource|XMLHttpRequest|sendBeacon|RTCPeerConnection|WebTransport)\b/,
  /\bopenExternal\b|\bopenPath\b|\bautoUpdater\b|\bcrashReporter\b/,
];
const reachesOut = (line: string) => reaches.some((pattern) => pattern.test(line));

/** The host on loopback, and the page that asks it, its own origin alone. */
const mayReach = new Set([
  'main/web/guard.ts',
  'main/web/routes.ts',
  'main/web/loopback.ts',
  'main/web/readBody.ts',
  'main/web/eventStreams.ts',
  'main/web/answer.ts',
  'renderer/platform/webConnection.ts',
  'renderer/platform/session.ts',
  'renderer/platform/eventStream.ts',
  'renderer/platform/connect.ts',
  // Its own fonts, for a picture.
  'renderer/charts/pngImage.ts',
]);

describe('Nothing reaches out (S25, S38, S42)', () => {
  // `main/launch` is `npm start` from a checkout, which fetches Electron where there is none; it is not in the app.
  it('but what serves the page on loopback, and the page itself', () => {
    const files = ['main', 'renderer', 'shared'].flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.(ts|tsx|mjs)$/.test(file))
        .map((file) => path.posix.join(folder, ...file.split(path.sep)))
        .filter((file) => !file.startsWith('main/launch/')),
    );
    expect(files.length).toBeGreaterThan(500);
    const found = files.filter((file) => readFileSync(path.join(root, file), 'utf8').split('\n').some(reachesOut));
    expect(new Set(found)).toEqual(mayReach);
  });

  it.each([
    `import { request } from 'node:https';`,
    `import { lookup } from 'dns/promises';`,
    `const answer = await fetch('https://example.com/');`,
    `new WebSocket(address);`,
    `void shell.openExternal(url);`,
  ])('would be seen: %s', (line) => {
    expect(reachesOut(line)).toBe(true);
  });
});
