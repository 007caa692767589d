import type { Ports } from '../../platform/ports.ts';
import type { Pieces } from '../../workers/filePieces.ts';
import { findFolder } from './findFolder.ts';
import { FolderPieces } from './folderPieces.ts';
import type { NamedFile } from './readText.ts';

/** A ledger in its folder, to be audited straight through. */
export interface StraightFolder {
  readonly pieces: Pieces;
  /** Whether its chain is whole, against a head that was kept from earlier. */
  isIntact(head: string | null): Promise<boolean>;
}

/** Throws where there is no ledger in the folder. */
export async function straightFolder(ports: Ports, named: NamedFile): Promise<StraightFolder> {
  const found = await findFolder(ports, named);
  if (!found.ok) throw new Error(found.error.message);
  const { folder, verify } = found.value;
  return {
    pieces: new FolderPieces(ports, folder),
    async isIntact(head) {
      const verified = await verify(head);
      return verified.ok && verified.value.status === 'intact';
    },
  };
}
