import { complaintAboutNode } from './launch/nodeVersion.mjs';

const stop = (message) => {
  console.error(message);
  process.exit(1);
};

const complaint = complaintAboutNode();
if (complaint) stop(complaint);
const { ensureBuilt, root } = await import('./launch/ensureBuilt.mjs');
const say = (line) => console.error(line);
await ensureBuilt(['launch'], say).catch((error) => stop(error.message));
const { start } = await import('../build/launch/main.mjs');
await start({ root, ensureBuilt: (parts) => ensureBuilt(parts, say) }).catch((error) => stop(error.message));
