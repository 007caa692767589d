import { fileURLToPath } from 'node:url';
import { nodePorts } from '../platform/ports.ts';
import { readArguments, usage } from './arguments.ts';
import { runWeb } from './runWeb.ts';

const args = readArguments(process.argv.slice(2));
if (!args.ok) {
  process.stderr.write(`${args.error}\n${usage}\n`);
  process.exitCode = 2;
} else {
  const built = (folder: string) => fileURLToPath(new URL(`../${folder}/`, import.meta.url));
  process.exitCode = await runWeb({
    ...args.value,
    ports: { ...nodePorts(), pickFolder: null },
    page: built('renderer'),
  });
}
