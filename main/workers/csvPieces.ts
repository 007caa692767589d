import type { PlainJson } from '../../shared/interchange/importers/plainJson.ts';
import type { Piece, Pieces } from './filePieces.ts';
import { mostBytes } from './pieceSizes.ts';

const openBrace = 123;
const lineFeed = 10;

/** Pieces of CSV: lines of NDJSON, told by the first character, are rewritten as its rows. */
export class CsvPieces implements Pieces {
  private readonly source: Pieces;
  private readonly jsonOf: (line: string) => PlainJson | null;
  private begun = false;
  private json: PlainJson | null = null;
  private readonly out = Buffer.alloc(mostBytes);
  /** Bytes of CSV for each byte of the source. */
  private share = 1;
  private rewritten = true;

  /** `jsonOf` learns from the first line of NDJSON how lines are rewritten. */
  constructor(source: Pieces, jsonOf: (line: string) => PlainJson | null) {
    this.source = source;
    this.jsonOf = jsonOf;
  }

  /** Whether the pieces are the bytes of the source. */
  get verbatim(): boolean {
    return this.json === null;
  }

  get size(): number {
    return this.source.size * this.share;
  }

  get position(): number {
    return this.source.position;
  }

  get plain(): boolean {
    return this.source.plain && this.rewritten;
  }

  async next(): Promise<Piece | null> {
    const piece = await this.source.next();
    if (!piece) return null;
    if (this.begun) return this.json ? this.rewrite(piece, 0) : piece;
    this.begun = true;
    if (piece.bytes[piece.from] !== openBrace) return piece;
    return this.begin(piece);
  }

  close(): Promise<void> {
    return this.source.close();
  }

  private begin(piece: Piece): Piece | null {
    const { bytes, from } = piece;
    this.json = this.jsonOf(bytes.toString('latin1', from, bytes.indexOf(lineFeed, from)));
    if (!this.json) return this.giveUp();
    const header = this.out.write(`${this.json.columns.join(',')}\n`, 'latin1');
    const rows = this.rewrite(piece, header);
    if (rows) this.share = (rows.until - header) / (piece.until - from);
    return rows;
  }

  private rewrite({ bytes, from, until }: Piece, into: number): Piece | null {
    const end = this.json!.rewrite(bytes, { from, until }, this.out, into);
    if (end < 0) return this.giveUp();
    this.out.copy(bytes, 0, 0, end);
    return { bytes, from: 0, until: end };
  }

  private giveUp(): null {
    this.rewritten = false;
    return null;
  }
}
