import { getNodeValue, type Node } from 'jsonc-parser';
import type { Diagnostic } from '../../../shared/base/diagnostic.ts';
import { settingFault, settingList } from '../../../shared/rpc/settingList.ts';
import { nearest } from '../../../shared/scenario/nearest.ts';
import type { Settings } from '../../../shared/rpc/views.ts';
import { isSound, placeOf, problem, readJsonText, withChild, withoutChild } from './jsonText.ts';

/** Whose settings a text holds. */
export type Where = 'user' | 'workspace';

/** What a text sets, and what is wrong with it: what is wrong is left out, the rest holds. */
export function decodeSettings(text: string, where: Where): { values: Partial<Settings>; problems: Diagnostic[] } {
  const { root, problems } = readJsonText(text, 'object');
  const values: Record<string, unknown> = {};
  const found = [...problems];
  for (const { children = [] } of root?.children ?? []) {
    const [key, value] = children;
    if (!key || !value) continue;
    const fault = faultOf(text, where, key, value);
    if (fault) found.push(fault);
    else values[String(key.value)] = getNodeValue(value);
  }
  return { values, problems: found };
}

function faultOf(text: string, where: Where, key: Node, value: Node): Diagnostic | null {
  const id = String(key.value);
  const setting = settingList.find((each) => each.id === id);
  if (!setting) return unknown(text, key);
  if (where === 'workspace' && !setting.anywhere) {
    return problem('setting-scope', id, placeOf(text, key), `"${id}" can only be set in the user’s settings.`, {
      severity: 'warning',
    });
  }
  const expected = settingFault(setting, getNodeValue(value));
  if (expected === null) return null;
  const actual = text.slice(value.offset, value.offset + value.length);
  return problem('setting-value', id, placeOf(text, value), `"${id}" is ${expected}, not ${actual}.`, {
    expected,
    actual,
  });
}

function unknown(text: string, key: Node): Diagnostic {
  const id = String(key.value);
  const suggestion = nearest(
    id,
    settingList.map((setting) => setting.id),
  );
  const hint = suggestion === undefined ? '' : ` Did you mean "${suggestion}"?`;
  const meant = suggestion === undefined ? {} : { suggestion };
  const message = `There is no setting "${id}".${hint}`;
  return problem('unknown-setting', id, placeOf(text, key), message, { severity: 'warning', actual: id, ...meant });
}

/** The text with one setting changed, or taken out (undefined); null where the text is too damaged to be edited. */
export function editSettings(text: string | null, id: keyof Settings, value: unknown): string | null {
  const before = text ?? '{}\n';
  const read = readJsonText(before, 'object');
  if (!isSound(read) || !read.root) return null;
  const { root } = read;
  const at = (root.children ?? []).findIndex((member) => member.children?.[0]?.value === id);
  if (value === undefined) return withoutChild(before, root, at);
  const written = JSON.stringify(value, null, 2);
  const there = root.children?.[at]?.children?.[1];
  if (!there) return withChild(before, root, `${JSON.stringify(id)}: ${written}`);
  const end = there.offset + there.length;
  return before.slice(0, there.offset) + written.replaceAll('\n', '\n  ') + before.slice(end);
}
