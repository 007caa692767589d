import { plainSlack } from '../../shared/interchange/importers/plainText.ts';

/** Bytes that are read at once: mostly rows for one block. */
export const pieceBytes = 480_000;
/** The longest row that may be cut by it. */
export const longestRow = 1 << 16;
/** The longest header. */
const mostHeader = 1024;
/** What a piece stands in: room for the rest of the piece before, for what is read, and for who reads several bytes at once. */
export const mostBytes = mostHeader + longestRow + pieceBytes + 1 + plainSlack;
