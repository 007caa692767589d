import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { OpenDocument } from '../../../platform/documents.ts';
import type { Reveal } from '../../../platform/editor.ts';
import { useEditorUri } from '../../../platform/editorPlaces.ts';
import { useWorkbench } from '../../../platform/useWorkbench.ts';
import { useMonacoTheme } from '../../../workbench/text/useMonacoTheme.ts';
import { useProblems } from '../draft/useProblems.ts';
import { pathAtOffset } from './pathAtOffset.ts';
import { textView, type TextView } from './textView.ts';

interface MonacoTextProps {
  readonly document: OpenDocument;
  readonly reveal: Reveal | null;
  readonly active: boolean;
}

const asOnDisk = 'Usage and other files are shown as they are on disk.';

/** The text of a document. The view is made by the first effect, and the others bring it up to date. */
export function MonacoText({ document, reveal, active }: MonacoTextProps) {
  const { path, text } = document;
  const { commands, documents, editors, places, settings } = useWorkbench();
  const uri = useEditorUri();
  const box = useRef<HTMLDivElement>(null);
  const view = useRef<TextView | null>(null);
  const problems = useProblems(document);
  const { zoom, textSize, wordWrap, screenReader } = useStore(settings);
  const locked = document.readOnly ?? (path.endsWith('.json') ? null : asOnDisk);
  useEffect(() => {
    const begun = documents.get(path)?.text ?? '';
    const made = textView(
      box.current!,
      { path, text: begun, before: places.get(uri, 'text') },
      {
        placed: (place) => places.set(uri, 'text', place),
        typed: (typed) => documents.edit(path, typed, 'Type', 'typing'),
        rested(offset) {
          const place = pathAtOffset(documents.get(path)?.text ?? '', offset);
          if (place !== null) editors.tellPlace(`text:${path}`, place);
        },
        fix: (diagnostic, title) => void commands.run('problems.quickFix', { path, diagnostic, title }),
      },
    );
    view.current = made;
    return () => made.dispose();
  }, [commands, documents, editors, places, uri, path]);
  useMonacoTheme();
  useEffect(() => view.current?.follow(text), [path, text]);
  useEffect(() => view.current?.mark(problems), [path, problems]);
  useEffect(() => view.current?.lock(locked), [path, locked]);
  useEffect(() => view.current?.layout(), [zoom]);
  useEffect(() => view.current?.style({ textSize, wordWrap, screenReader }), [path, textSize, wordWrap, screenReader]);
  // Effects run again when the editor comes back to the front: a place is gone to once.
  const heard = useRef(0);
  useEffect(() => {
    if (reveal && heard.current !== reveal.serial) view.current?.show(reveal);
    else if (active) view.current?.focus();
    heard.current = reveal?.serial ?? 0;
  }, [path, active, reveal]);
  return <div className="text-editor" ref={box} />;
}
