import { existsSync } from 'node:fs';
import path from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { listPackage } from '@electron/asar';
import { expect, test } from '@playwright/test';
import { packedProgram } from '../../support/packApp.ts';

// Looked at when the tests run, for the app is packed after this file is read.
test.beforeEach(() => test.skip(!existsSync(packedProgram), 'needs an Electron'));

const belongs = [
  /^\/package\.json$/,
  /^\/build$/,
  /^\/build\/electron(\/(main\.cjs|preload\.cjs|icon\.png|node-sqlite3-wasm\.wasm|\w+Worker\.cjs))?$/,
  /^\/build\/renderer(\/index\.html)?$/,
  /^\/build\/renderer\/assets(\/[\w.-]+\.(js|css|woff2?|ttf|svg|png))?$/,
];

test('the archive holds the built app and nothing else (S50)', () => {
  const files = listPackage(path.join(path.dirname(packedProgram), 'resources/app.asar'), { isPack: false });
  expect(files).toContain('/build/electron/main.cjs');
  expect(files.filter((file) => !belongs.some((pattern) => pattern.test(file)))).toEqual([]);
});

test('the fuses are those of a release, but that the test may look inside (S29)', async () => {
  const wire = await getCurrentFuseWire(packedProgram);
  const on = Object.values(FuseV1Options).filter(
    (fuse): fuse is FuseV1Options => typeof fuse === 'number' && wire[fuse] === FuseState.ENABLE,
  );
  expect(on.filter((fuse) => fuse !== FuseV1Options.WasmTrapHandlers)).toEqual([
    FuseV1Options.EnableCookieEncryption,
    FuseV1Options.EnableNodeCliInspectArguments,
    FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
    FuseV1Options.OnlyLoadAppFromAsar,
  ]);
});
