// The policy of the page stops code made from text. Zod tries for it at its first schema, and each such try is told as an attack;
// it reads this before, and is loaded only after the start.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
