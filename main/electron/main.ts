import path from 'node:path';
import { app } from 'electron';
import { nodePorts } from '../platform/ports.ts';
import { refusedSwitch } from './appArguments.ts';
import { registerPageScheme } from './pageProtocol.ts';
import { runApp } from './runApp.ts';

const built = (file: string) => path.join(import.meta.dirname, '..', file);
const ports = nodePorts();

// Before the app is ready, or they have no effect. The folder keeps instances of different homes apart.
// Where a test must run without the sandbox, as root, a release refuses to start at all (see below).
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
registerPageScheme();
app.setPath('userData', path.join(ports.appFolder, 'electron'));

const refused = refusedSwitch(app);
if (refused !== null) {
  process.stderr.write(`Drawdown does not start with --${refused}.\n`);
  app.exit(2);
} else if (!app.requestSingleInstanceLock({ folder: process.cwd() })) {
  app.exit(0);
} else {
  void runApp({
    ports,
    page: built('renderer'),
    preload: built('electron/preload.cjs'),
    icon: built('electron/icon.png'),
  });
}
