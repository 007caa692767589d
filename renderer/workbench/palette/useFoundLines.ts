import { useEffect, useState } from 'react';
import type { SearchView } from '../../../shared/rpc/searchViews.ts';
import type { QuickPickItem } from '../../platform/dialogs.ts';
import type { Shell } from '../shell.ts';

const job = 'palette';
const mostLines = 50;
const fewestLetters = 3;
const typingMs = 150;

type Item = QuickPickItem<() => void>;

/** Lines of the workspace's files with a text in them, a moment after its last letter. */
export function useFoundLines(shell: Shell, text: string): readonly Item[] {
  const [found, setFound] = useState<{ readonly text: string; readonly items: readonly Item[] }>();
  const wanted = text.trim();
  useEffect(() => {
    if (wanted.length < fewestLetters || shell.workspace.store.getState() === null) return;
    let current = true;
    const look = async (): Promise<void> => {
      const asked = {
        job,
        text: wanted,
        matchCase: false,
        wholeWord: false,
        regex: false,
        most: mostLines,
        unsaved: [],
      };
      const view = await shell.rpc('search.run', asked).catch(() => null);
      if (view && current) setFound({ text: wanted, items: lineItems(shell, view) });
    };
    const timer = setTimeout(() => void look(), typingMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [shell, wanted]);
  return found && wanted.includes(found.text) ? found.items : [];
}

/** A line with two matches is one item. */
function lineItems({ editors }: Shell, { files }: SearchView): readonly Item[] {
  const items = new Map<string, Item>();
  for (const { path, matches } of files)
    for (const { line, column, offset, length, before, text, after } of matches) {
      const id = `line ${path} ${line}`;
      const reveal = { place: { line, column, offset, length } };
      const value = (): void => editors.open(`text:${path}`, { focus: true, reveal });
      if (!items.has(id))
        items.set(id, { id, title: before + text + after, detail: `${path}:${line}`, icon: 'search', value });
    }
  return [...items.values()];
}
