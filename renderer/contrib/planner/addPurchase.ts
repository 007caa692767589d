import { applyEdits, findNodeAtLocation, modify, parseTree, type Node } from 'jsonc-parser';

/** A purchase of prepaid credits, on a local date. */
export interface Purchase {
  readonly at: string;
  /** Decimal text. */
  readonly credits: string;
}

/** The scenario’s text with purchases in its timeline, each after what happens before it; all else, and its formatting, stays. */
export function withPurchases(text: string, purchases: readonly Purchase[]): string {
  return purchases.reduce(withPurchase, text);
}

function withPurchase(text: string, { at, credits }: Purchase): string {
  const written = `{ "at": ${JSON.stringify(at)}, "do": "buy-prepaid", "credits": ${credits} }`;
  const root = parseTree(text);
  const timeline = root && findNodeAtLocation(root, ['timeline']);
  const entries = timeline?.type === 'array' ? (timeline.children ?? []) : [];
  const before = entries.findLastIndex((node) => dateOf(node).slice(0, 10) <= at);
  const beside = entries[before] ?? entries[0];
  if (!beside) {
    return withTimeline(text, written, timeline);
  }
  const space = /\s*$/.exec(text.slice(0, beside.offset))![0];
  const edit =
    before >= 0
      ? { offset: beside.offset + beside.length, length: 0, content: `,${space}${written}` }
      : { offset: beside.offset, length: 0, content: `${written},${space}` };
  return applyEdits(text, [edit]);
}

/** The first entry: of an empty timeline, or of one that is made. */
function withTimeline(text: string, written: string, timeline: Node | undefined): string {
  if (timeline)
    return applyEdits(text, [{ offset: timeline.offset, length: timeline.length, content: `[${written}]` }]);
  const formattingOptions = { insertSpaces: true, tabSize: 2, eol: text.includes('\r\n') ? '\r\n' : '\n' };
  const made = applyEdits(text, modify(text, ['timeline'], [], { formattingOptions }));
  const root = parseTree(made);
  const list = root && findNodeAtLocation(root, ['timeline']);
  return list ? withTimeline(made, written, list) : text;
}

function dateOf(entry: Node): string {
  return String(findNodeAtLocation(entry, ['at'])?.value ?? '');
}
