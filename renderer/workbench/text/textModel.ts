import { monaco } from './monaco.ts';

let serial = 0;

/** A model of its own for each view of a text, so that two views of one document do not share one. */
export function textModel(path: string, text: string): monaco.editor.ITextModel {
  serial += 1;
  const uri = monaco.Uri.from({ scheme: 'inmemory', authority: `view-${serial}`, path: `/${path}` });
  return monaco.editor.createModel(text, languageOf(path), uri);
}

function languageOf(path: string): string {
  return /\.(json|ndjson|jsonl)$/.test(path) ? 'json' : 'plaintext';
}
