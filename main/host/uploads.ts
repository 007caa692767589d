import { err, ok, type Result } from '../../shared/base/result.ts';
import type { RpcError } from '../../shared/rpc/views.ts';
import { createUpload, type Upload } from '../store/upload.ts';
import { fromStore } from './fromStore.ts';
import type { HostPorts } from './hostPorts.ts';

/** Files that the renderer puts in piece by piece, kept as scratch in the app's own folder until the host closes. */
export interface Uploads {
  begin(name: string): Promise<Result<string, RpcError>>;
  /** Appends and gives the bytes so far. */
  append(id: string, bytes: Uint8Array): Promise<Result<number, RpcError>>;
  find(id: string): Result<Upload, RpcError>;
  remove(id: string): Promise<void>;
  close(): Promise<void>;
}

const mostUploads = 8;
const mostBytes = 2 * 1024 ** 3;

export function createUploads(ports: HostPorts): Uploads {
  const open = new Map<string, Upload>();
  const remove = async (id: string) => {
    const found = open.get(id);
    open.delete(id);
    await found?.remove();
  };
  return {
    async begin(name) {
      for (const oldest of [...open.keys()].slice(0, Math.max(0, open.size - mostUploads + 1))) await remove(oldest);
      const created = fromStore(await createUpload(ports, name));
      if (!created.ok) return created;
      const id = ports.randomId();
      open.set(id, created.value);
      return ok(id);
    },
    async append(id, bytes) {
      const found = open.get(id);
      if (!found) return err(unknownUpload);
      if (found.bytes() + bytes.length > mostBytes) {
        await remove(id);
        return err({
          code: 'too-large',
          message: `${found.name} is larger than 2 GB: import it from the workspace's folder.`,
        });
      }
      return fromStore(await found.append(bytes));
    },
    find(id) {
      const found = open.get(id);
      return found ? ok(found) : err(unknownUpload);
    },
    remove,
    async close() {
      for (const id of open.keys()) await remove(id);
    },
  };
}

const unknownUpload: RpcError = {
  code: 'unknown-upload',
  message: 'The file that was put in is no longer kept: choose it again.',
};
