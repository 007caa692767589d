import type { Ports } from '../../platform/ports.ts';
import type { Upload } from '../../store/upload.ts';
import type { ImportSource } from './importSource.ts';
import { makePrivateCopy } from './privateCopy.ts';

/** A file that was put in piece by piece, as a source. */
export function uploadSource(ports: Ports, upload: Upload): ImportSource {
  const { name } = upload;
  const chunks = () => upload.chunks();
  return { name, bytes: upload.bytes(), chunks, copy: () => makePrivateCopy(ports, chunks()) };
}
