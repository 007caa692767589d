import { test as setup } from '@playwright/test';
import { findElectronRuntime } from '../../support/electronRuntime.ts';
import { packApp } from '../../support/packApp.ts';

setup('the app is packed with a real Electron', async () => {
  setup.setTimeout(300_000);
  const runtime = await findElectronRuntime();
  if ('missing' in runtime) return setup.skip(true, runtime.missing);
  await packApp(runtime);
});
