import { ensureBuilt } from './ensureBuilt.mjs';

/** Builds what electron-builder packs. */
await ensureBuilt(['electron', 'renderer'], (line) => console.error(line));
