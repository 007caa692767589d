import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { productVersion } from '../../../../shared/base/productVersion.ts';

it('the version that is told is that of the package', () => {
  const manifest = new URL('../../../../package.json', import.meta.url);
  expect(productVersion).toBe((JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version);
});
