import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { messageOf } from '../../../platform/messageOf.ts';
import { useWorkbench } from '../../../platform/useWorkbench.ts';
import type { Version } from './diffAddress.ts';

/** A side of a comparison as it was read. */
export interface VersionText {
  readonly text: string;
  readonly sha256: string | null;
}

/** The text of a version, read anew as it changes; null while it is read, a failure where it cannot be. */
export function useVersion({ path, at }: Version): VersionText | null | { readonly failure: string } {
  const { rpc, on, documents } = useWorkbench();
  const document = useStore(documents.store, ({ byPath }) => byPath[path] ?? null);
  const unread = useStore(documents.store, ({ failures }) => failures[path] ?? null);
  const [read, setRead] = useState<VersionText | null | { readonly failure: string }>(null);
  const [serial, setSerial] = useState(0);
  const saved = document?.sha256 ?? null;
  useEffect(() => {
    if (at === 'now') documents.open(path).catch(() => undefined);
  }, [documents, path, at]);
  useEffect(() => {
    if (at === 'now') return;
    let latest = true;
    rpc('document.read', { path }).then(
      ({ text, sha256 }) => latest && setRead({ text, sha256 }),
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
  if (document) return { text: document.text, sha256: document.sha256 };
  return unread === null ? null : { failure: unread };
}
