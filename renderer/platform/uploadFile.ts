import type { RpcCall } from '../../shared/rpc/table.ts';

/** Bytes of one piece: whole groups of three, so that the pieces' base64 joins without padding between. */
const pieceBytes = 3 * 128 * 1024;

interface UploadOptions {
  readonly signal: AbortSignal;
  /** Called with the bytes that have arrived. */
  onProgress(bytes: number): void;
}

/** Sends a file to the host in pieces and gives the name of the upload. Rejects with an `AbortError` when it is cancelled. */
export async function uploadFile(rpc: RpcCall, file: File, { signal, onProgress }: UploadOptions): Promise<string> {
  const { upload } = await rpc('upload.begin', { name: file.name });
  for (let from = 0; from < file.size; from += pieceBytes) {
    signal.throwIfAborted();
    const piece = file.slice(from, from + pieceBytes);
    await rpc('upload.append', { upload, base64: await base64Of(piece) });
    onProgress(Math.min(file.size, from + pieceBytes));
  }
  signal.throwIfAborted();
  return upload;
}

function base64Of(piece: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve((reader.result as string).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error ?? new Error('The file could not be read.'));
    reader.readAsDataURL(piece);
  });
}
