/** Largest document that is read or saved. */
export const documentLimit = 20_000_000;

/** Largest JSON file of our own: manifest, settings, state. A manifest holds its scenario. */
export const jsonLimit = 64_000_000;

/** Largest history that is opened. */
export const historyLimit = 256_000_000;

/** Largest entry of a history. */
export const historyEntryLimit = 4_000_000;

/** Most files and folders that a workspace lists. */
export const listLimit = 20_000;

/** Deepest folder that is listed. */
export const depthLimit = 32;

/** Rows in one segment of a ledger. */
export const segmentRows = 100_000;
