import { plainSlack } from '../../shared/interchange/importers/plainText.ts';

/** Bytes that are read at once, and the longest row that may be cut by it. */
export const pieceBytes = 1 << 20;
export const longestRow = 1 << 16;
/** What a reader of rows may look at after the last of them. */
export const pieceSlack = plainSlack;
/** The longest header. */
const mostHeader = 1024;
/** No piece stands in more bytes. */
export const mostBytes = mostHeader + pieceBytes + longestRow + 1 + pieceSlack;
