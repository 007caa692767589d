import type { EditorPlaces } from '../../platform/editorPlaces.ts';

/** The places of editors, with the text in which they are kept. */
export interface KeptPlaces extends EditorPlaces {
  /** Takes what was kept in place of what is here; what cannot be read is nothing. */
  read(text: string | null): void;
  /** The places of the editors that were looked at last, as far as the host keeps them. */
  write(): string;
  onChange(changed: () => void): void;
}

const mostEditors = 100;
const mostOfPart = 5_000;
const mostInAll = 150_000;

type Parts = Readonly<Record<string, unknown>>;

export function createEditorPlaces(): KeptPlaces {
  let byUri = new Map<string, Parts>();
  let told: () => void = () => undefined;
  return {
    get: (uri, part) => byUri.get(uri)?.[part],
    set(uri, part, value) {
      const parts = { ...byUri.get(uri), [part]: value };
      byUri.delete(uri);
      byUri.set(uri, parts);
      for (const oldest of byUri.keys()) if (byUri.size > mostEditors) byUri.delete(oldest);
      told();
    },
    read: (text) => void (byUri = new Map(pairsOf(text))),
    write() {
      const kept: (readonly [string, Parts])[] = [];
      let length = 0;
      for (const [uri, parts] of [...byUri].reverse()) {
        const small = Object.entries(parts).filter(([, value]) => (JSON.stringify(value) ?? '').length <= mostOfPart);
        const entry = [uri, Object.fromEntries(small)] as const;
        length += JSON.stringify(entry).length + 1;
        if (length > mostInAll) break;
        kept.unshift(entry);
      }
      return JSON.stringify(kept);
    },
    onChange: (changed) => void (told = changed),
  };
}

function pairsOf(text: string | null): (readonly [string, Parts])[] {
  try {
    const json: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(json) ? json.filter(isPair) : [];
  } catch {
    return [];
  }
}

function isPair(value: unknown): value is readonly [string, Parts] {
  return Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'object' && value[1] !== null;
}
