import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { RpcCall } from '../../../../shared/rpc/table.ts';
import { messageOf } from '../../../platform/messageOf.ts';
import { useWorkbench } from '../../../platform/useWorkbench.ts';
import type { Version } from './diffAddress.ts';

/** A side of a comparison as it was read. */
export interface ReadVersion {
  readonly text: string;
  readonly sha256: string | null;
  /** What is wrong with it, in words; null where nothing is. */
  readonly damage: string | null;
}

/** The text of a version, read anew as it changes; null while it is read, a failure where it cannot be. */
export function useVersion({ path, at }: Version): ReadVersion | null | { readonly failure: string } {
  const { rpc, on, documents } = useWorkbench();
  const document = useStore(documents.store, ({ byPath }) => byPath[path] ?? null);
  const unread = useStore(documents.store, ({ failures }) => failures[path] ?? null);
  const [read, setRead] = useState<ReadVersion | null | { readonly failure: string }>(null);
  const [serial, setSerial] = useState(0);
  const saved = document?.sha256 ?? null;
  useEffect(() => {
    if (at === 'now') documents.open(path).catch(() => undefined);
  }, [documents, path, at]);
  useEffect(() => {
    if (at === 'now') return;
    let latest = true;
    readVersion(rpc, { path, at }).then(
      (text) => latest && setRead(text),
      (error: unknown) => latest && setRead({ failure: messageOf(error) }),
    );
    return () => {
      latest = false;
    };
  }, [rpc, path, at, saved, serial]);
  useEffect(() => {
    if (at !== 'disk') return;
    return on('workspace.changed', ({ paths }) => paths.includes(path) && setSerial((count) => count + 1));
  }, [on, path, at]);
  if (at !== 'now') return read;
  if (document) return { text: document.text, sha256: document.sha256, damage: null };
  return unread === null ? null : { failure: unread };
}

/** The files of settings and keys have no versions, but can be read. */
async function readVersion(rpc: RpcCall, { path, at }: Version): Promise<ReadVersion> {
  if (/^(user|workspace):/.test(path)) return { ...(await rpc('document.read', { path })), damage: null };
  return rpc('version.read', { path, number: typeof at === 'number' ? at : null });
}
