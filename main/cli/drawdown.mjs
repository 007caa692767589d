#!/usr/bin/env node
import { complaintAboutNode } from '../launch/nodeVersion.mjs';

const ioFailure = 3;
const stop = (message) => {
  console.error(message);
  process.exit(ioFailure);
};

const complaint = complaintAboutNode();
if (complaint) stop(complaint);
// The workbench is another program, with a build of its own.
if (process.argv[2] === 'open') {
  process.argv.splice(2, 1);
  await import('../start.mjs');
} else {
  await runCommandLine();
}

async function runCommandLine() {
  const { ensureBuilt } = await import('../launch/ensureBuilt.mjs');
  await ensureBuilt(['cli'], (line) => console.error(line)).catch((error) => stop(error.message));
  // A reader that left early is no fault; a disk that is full is one.
  process.stdout.on('error', (error) =>
    error.code === 'EPIPE' ? process.exit() : stop(`Cannot write: ${error.message}`),
  );
  // Who no longer listens misses nothing; what cannot be written must not look like findings.
  process.stderr.on('error', (error) => error.code !== 'EPIPE' && process.exit(ioFailure));
  await import('../../build/cli/main.mjs');
}
