import { fileURLToPath } from 'node:url';
import { complaintAboutNode } from '../../main/launch/nodeVersion.mjs';

const complaint = complaintAboutNode();
if (complaint) {
  console.error(complaint);
  process.exit(1);
}
const { loadTypeScript } = await import('../../main/launch/loadTypeScript.mjs').catch(() => {
  console.error('The packages are not installed: run `npm ci` first.');
  process.exit(1);
});
const { runTests } = await loadTypeScript(fileURLToPath(new URL('runTests.ts', import.meta.url)));
process.exitCode = await runTests(process.argv.slice(2));
