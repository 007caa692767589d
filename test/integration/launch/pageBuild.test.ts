import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Checkout, makeCheckout } from './checkout.ts';

const buildPage = `import { ensureBuilt } from './launch/ensureBuilt.mjs';
await ensureBuilt(['renderer'], () => undefined);
console.log(process.env.NODE_ENV);
`;

const sources = {
  'main/buildPage.mjs': buildPage,
  'renderer/vite.config.ts': `import { defineConfig } from 'vite';\nexport default defineConfig({ root: import.meta.dirname });\n`,
  'renderer/index.html': '<!doctype html><title>page</title><script type="module" src="./page.js"></script>',
  'renderer/page.js': 'document.title = process.env.NODE_ENV;\n',
};

/** The text of the scripts of the built page. */
function scriptsOf({ folder }: Checkout): string {
  const assets = path.join(folder, 'build/renderer/assets');
  return readdirSync(assets)
    .map((file) => readFileSync(path.join(assets, file), 'utf8'))
    .join('\n');
}

describe('the built page', () => {
  let checkout: Checkout;
  afterEach(() => checkout.remove());

  it.each(['test', 'development'])('is for users where NODE_ENV says %s, which stays as it was', async (nodeEnv) => {
    checkout = makeCheckout(sources, 'installed');
    expect(await checkout.run(['main/buildPage.mjs'], { NODE_ENV: nodeEnv })).toMatchObject({
      code: 0,
      stdout: `${nodeEnv}\n`,
    });
    expect(scriptsOf(checkout)).toMatch(/document\.title\s*=\s*["'`]production["'`]/);
  });
});
