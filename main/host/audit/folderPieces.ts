import * as nodePath from 'node:path';
import type { Ports } from '../../platform/ports.ts';
import type { SegmentsToRead } from '../../store/ledgerLines.ts';
import { FilePieces, type Piece, type Pieces } from '../../workers/filePieces.ts';

/** The rows of a ledger in its folder: its segments one after another. */
export class FolderPieces implements Pieces {
  readonly size: number;
  plain = true;
  private readonly ports: Ports;
  private readonly folder: SegmentsToRead;
  private segment = 0;
  private before = 0;
  private current: FilePieces | null = null;

  constructor(ports: Ports, folder: SegmentsToRead) {
    this.ports = ports;
    this.folder = folder;
    this.size = folder.segments.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  get position(): number {
    return this.before + (this.current?.position ?? 0);
  }

  async next(): Promise<Piece | null> {
    for (;;) {
      const piece = (await this.current?.next()) ?? null;
      if (piece) return piece;
      this.plain = this.current?.plain ?? true;
      if (!this.plain || this.segment === this.folder.segments.length) return null;
      await this.openNext();
    }
  }

  async close(): Promise<void> {
    await this.current?.close();
    this.current = null;
  }

  private async openNext(): Promise<void> {
    this.before = this.position;
    await this.close();
    const { absolute, shown, segments } = this.folder;
    const { file } = segments[this.segment++]!;
    this.current = await FilePieces.open(this.ports.fs, {
      absolute: nodePath.join(absolute, file),
      shown: `${shown}/${file}`,
    });
  }
}
