export type Part = 'launch' | 'cli' | 'web' | 'electron' | 'renderer';
export const root: string;
export function isFresh(part: Part): boolean;
export function ensureBuilt(parts: readonly Part[], say: (line: string) => void): Promise<void>;
