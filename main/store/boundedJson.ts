/** Most values of a JSON file of ours: the scenario in a manifest has a million at most. */
const mostValues = 1_100_000;
/** Most keys that differ in name or in those before them: ours are a few hundred, and each costs a parser as much as many values. */
const mostKeys = 20_000;

/** What a JSON text holds. One of more values or keys than any file of ours has is refused before it takes time and memory for them. */
export function boundedJson(text: string): unknown {
  const excess = excessOf(text);
  if (excess !== null) throw new SyntaxError(`it holds more than ${excess}`);
  return JSON.parse(text) as unknown;
}

const quote = 0x22;
const comma = 0x2c;
const colon = 0x3a;
const bracket = 0x5b;
const backslash = 0x5c;
const brace = 0x7b;
const closingBrace = 0x7d;

/** The keys that come next in objects, each with what comes after it. */
type Keys = Map<string, Keys>;

function excessOf(text: string): string | null {
  let [values, differing] = [1, 0];
  const first: Keys = new Map();
  let last = first;
  /** The last key of each object that is open around this one. */
  const around: Keys[] = [];
  /** The last text in quotes: a key, if a colon comes next. */
  let [from, until] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      [from, until] = [at + 1, closingQuote(text, at + 1)];
      at = until;
    } else if (code === colon) {
      const key = text.slice(from, until);
      if (!last.has(key)) differing += last.set(key, new Map()) ? 1 : 0;
      last = last.get(key)!;
    } else if (code === closingBrace) last = around.pop() ?? first;
    else if (code === comma || code === bracket || code === brace) values += 1;
    if (code === brace) {
      around.push(last);
      last = first;
    }
    if (values > mostValues) return `${mostValues} values`;
    if (differing > mostKeys) return `${mostKeys} different keys`;
  }
  return null;
}

/** Where a text in quotes ends that begins at `from`. */
function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
    let first = at;
    while (text.charCodeAt(first - 1) === backslash) first -= 1;
    if ((at - first) % 2 === 0) return at;
  }
  return text.length;
}
