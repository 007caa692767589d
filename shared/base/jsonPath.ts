import { memberOf, type JsonNode } from './jsonNode.ts';

/** Keys and indexes from the root of a document down. */
export type PathSteps = readonly (string | number)[];

/** The text of a path: `timeline[2].plan`; a key that is no plain word stands as `["odd key"]`. Empty for the root. */
export function formatPath(steps: PathSteps): string {
  let text = '';
  for (const step of steps) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (/^[A-Za-z_$][\w$-]*$/.test(step)) text += text === '' ? step : `.${step}`;
    else text += `[${JSON.stringify(step)}]`;
  }
  return text;
}

const step = /\.?([A-Za-z_$][\w$-]*)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/y;

/** The steps of a path's text, or null where it is no path. */
export function parsePath(text: string): PathSteps | null {
  const steps: (string | number)[] = [];
  step.lastIndex = 0;
  while (step.lastIndex < text.length) {
    const match = step.exec(text);
    if (!match) return null;
    if (match[1] !== undefined) steps.push(match[1]);
    else steps.push(match[2] === undefined ? (JSON.parse(match[3]!) as string) : Number(match[2]));
  }
  return steps;
}

/** What stands at a path: the node, or the deepest one on the way that exists (`exact` false). */
export function nodeAt(root: JsonNode, steps: PathSteps): { readonly node: JsonNode; readonly exact: boolean } {
  let node = root;
  for (const next of steps) {
    const child =
      typeof next === 'number' ? (node.kind === 'array' ? node.items[next] : undefined) : memberOf(node, next)?.value;
    if (!child) return { node, exact: false };
    node = child;
  }
  return { node, exact: true };
}

/** The path of the innermost value or key that covers an offset of the text. */
export function pathAt(root: JsonNode, offset: number): PathSteps {
  const steps: (string | number)[] = [];
  for (let node: JsonNode | null = root; node;) {
    const next: Child | null = childAt(node, offset);
    if (!next) return steps;
    steps.push(next.step);
    node = next.node;
  }
  return steps;
}

interface Child {
  readonly step: string | number;
  /** Null where the offset lies in the key. */
  readonly node: JsonNode | null;
}

function childAt(node: JsonNode, offset: number): Child | null {
  if (node.kind === 'array') {
    const index = node.items.findIndex((item) => item.from <= offset && offset <= item.until);
    return index < 0 ? null : { step: index, node: node.items[index]! };
  }
  if (node.kind !== 'object') return null;
  const member = node.members.find(({ keyFrom, value }) => keyFrom <= offset && offset <= value.until);
  if (!member) return null;
  return { step: member.key, node: member.value.from <= offset ? member.value : null };
}
