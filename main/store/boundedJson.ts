/** Most values of a JSON file of ours: the scenario in a manifest has two million at most. */
const mostValues = 3_000_000;

/** What a JSON text holds. One of more values than any file of ours has is refused before it takes memory for them. */
export function boundedJson(text: string): unknown {
  if (hasMoreValues(text, mostValues)) throw new SyntaxError(`it holds more than ${mostValues} values`);
  return JSON.parse(text) as unknown;
}

const quote = 0x22;
const backslash = 0x5c;
/** Each value but the first of all comes after one of these. */
const before = new Set([',', ':', '[', '{'].map((mark) => mark.charCodeAt(0)));

function hasMoreValues(text: string, most: number): boolean {
  let values = 1;
  let inText = false;
  for (let at = 0; at < text.length && values <= most; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) inText = !inText;
    else if (inText) at += code === backslash ? 1 : 0;
    else if (before.has(code)) values += 1;
  }
  return values > most;
}
