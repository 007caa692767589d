import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from '../../main/launch/ensureBuilt.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

await ensureBuilt(['web', 'renderer'], console.log);
const playwright = here('../../node_modules/@playwright/test/cli.js');
const args = [playwright, 'test', '--config', here('screenshots.config.ts')];
process.exitCode = spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1;
