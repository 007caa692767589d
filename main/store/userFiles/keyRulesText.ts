import { getNodeValue, type Node } from 'jsonc-parser';
import type { Diagnostic } from '../../../shared/base/diagnostic.ts';
import type { KeyRule } from '../../../shared/rpc/views.ts';
import { isSound, placeOf, problem, readJsonText, withChild, withoutChild } from './jsonText.ts';

/** A rule to write: `unbind` takes the key from the command. */
export interface NewKeyRule {
  readonly key: string;
  readonly unbind: boolean;
  readonly when: string | null;
}

/** The rules of a text, in its order, and what is wrong with it: a wrong rule is left out, the rest hold. */
export function decodeKeyRules(text: string): { rules: KeyRule[]; problems: Diagnostic[] } {
  const { root, problems } = readJsonText(text, 'array');
  const rules: KeyRule[] = [];
  const found = [...problems];
  for (const [at, node] of (root?.children ?? []).entries()) {
    const value = getNodeValue(node) as Record<string, unknown> | null;
    const fault = faultOf(value);
    if (fault !== null) found.push(problem('key-rule', `[${at}]`, placeOf(text, node), fault));
    else
      rules.push({ ...(value as { key: string; command: string }), when: whenOf(value), place: placeOf(text, node) });
  }
  return { rules, problems: found };
}

function faultOf(value: Record<string, unknown> | null): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return 'A rule is an object { "key": …, "command": … }.';
  if (typeof value['key'] !== 'string' || value['key'].trim() === '')
    return 'A rule has a "key" such as "ctrl+shift+b".';
  if (typeof value['command'] !== 'string' || value['command'] === '')
    return 'A rule has a "command" such as "file.save".';
  if (value['when'] !== undefined && typeof value['when'] !== 'string')
    return '"when" is a text such as "editor == ledger".';
  return null;
}

function whenOf(value: Record<string, unknown> | null): string | null {
  return typeof value?.['when'] === 'string' && value['when'].trim() !== '' ? value['when'] : null;
}

/** The text with these rules in the place of all that it says of the command; null where it is too damaged to be edited. */
export function editKeyRules(text: string | null, command: string, rules: readonly NewKeyRule[]): string | null {
  let next = text ?? '[]\n';
  const read = readJsonText(next, 'array');
  if (!isSound(read)) return null;
  const own = (read.root?.children ?? []).flatMap((node: Node, at) => {
    const said = (getNodeValue(node) as { command?: unknown } | null)?.command;
    return said === command || said === `-${command}` ? [at] : [];
  });
  // From the last one on: what is cut leaves the places of those before as they are.
  for (const at of own.toReversed()) if (read.root) next = withoutChild(next, read.root, at);
  for (const { key, unbind, when } of rules) {
    const rule = { key, command: unbind ? `-${command}` : command, ...(when === null ? {} : { when }) };
    const { root } = readJsonText(next, 'array');
    if (root) next = withChild(next, root, JSON.stringify(rule, null, 2));
  }
  return next;
}
