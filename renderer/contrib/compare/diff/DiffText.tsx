import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { useWorkbench } from '../../../platform/useWorkbench.ts';
import { useMonacoTheme } from '../../../workbench/text/useMonacoTheme.ts';
import { offerWalk } from '../walks.ts';
import type { Diffed } from './diffAddress.ts';
import { diffView, type DiffView } from './diffView.ts';
import { versionTitle } from './versionTitle.ts';

interface DiffTextProps {
  readonly uri: string;
  readonly diffed: Diffed;
  readonly texts: { readonly left: string; readonly right: string };
  readonly active: boolean;
  /** Why the right text cannot be edited, or null. */
  readonly locked: string | null;
  onCounted(differences: number): void;
}

/** Both texts. The view is made by the first effect, and the others bring it up to date. */
export function DiffText({ uri, diffed, texts, active, locked, onCounted }: DiffTextProps) {
  const { documents, settings, notifications } = useWorkbench();
  const box = useRef<HTMLDivElement>(null);
  const view = useRef<DiffView | null>(null);
  const { zoom, textSize, wordWrap, screenReader, diffSideBySide } = useStore(settings);
  const { left, right } = diffed;
  useEffect(() => {
    let differences = 0;
    const made = diffView(
      box.current!,
      { uri, left: versionTitle(left), right: versionTitle(right) },
      {
        typed: (text) => documents.edit(right.path, text, 'Type', 'typing'),
        counted(count) {
          differences = count;
          onCounted(count);
        },
      },
    );
    view.current = made;
    const withdraw = offerWalk(uri, {
      go(step) {
        const number = made.go(step);
        notifications.announce(number === null ? 'There are no differences' : `Difference ${number} of ${differences}`);
      },
      review(step) {
        if (differences > 0) made.review(step);
        else notifications.announce('There are no differences');
      },
    });
    return () => {
      withdraw();
      made.dispose();
    };
  }, [uri, documents, notifications, left, right, onCounted]);
  useMonacoTheme();
  useEffect(() => view.current?.follow(texts.left, texts.right), [uri, texts.left, texts.right]);
  useEffect(() => view.current?.lock(locked), [uri, locked]);
  useEffect(() => view.current?.layout(), [zoom]);
  useEffect(
    () => view.current?.style({ textSize, wordWrap, screenReader, diffSideBySide }),
    [uri, textSize, wordWrap, screenReader, diffSideBySide],
  );
  useEffect(() => {
    if (active) view.current?.focus();
  }, [uri, active]);
  return <div className="diff-text" ref={box} />;
}
