import { applyEdits, findNodeAtLocation, getNodeValue, modify, parseTree, type JSONPath } from 'jsonc-parser';
import type { FitView } from '../../../shared/rpc/fitViews.ts';

type Members = Readonly<Record<string, unknown>>;

/**
 * The scenario’s text with a fitted model in place of the one of its id, or after the others, and with `usage.asOf` where the
 * fit names one. Certain spikes of the model that is replaced, and what its noise shares with other models, are plans of the
 * user and stay. All else, and the formatting, stays too.
 */
export function withFittedModel(text: string, { model, asOf }: Pick<FitView, 'model' | 'asOf'>): string {
  const models = modelsOf(text);
  const index = models.findIndex((each) => each['id'] === model.id);
  const kept = index < 0 ? model : withPlansOf(models[index]!, model);
  const placed = setPrinted(text, ['usage', 'models', index < 0 ? models.length : index], kept);
  return asOf === null ? placed : set(placed, ['usage', 'asOf'], asOf);
}

/** Ids of the models that a scenario’s text lists, with what each is measured in: null is credits. */
export function listedModels(text: string): readonly { readonly id: string; readonly meter: string | null }[] {
  return modelsOf(text).flatMap(({ id, meter }) =>
    typeof id === 'string' ? [{ id, meter: typeof meter === 'string' ? meter : null }] : [],
  );
}

function modelsOf(text: string): readonly Members[] {
  const root = parseTree(text);
  const node = root && findNodeAtLocation(root, ['usage', 'models']);
  const value: unknown = node ? getNodeValue(node) : [];
  return Array.isArray(value) ? value.filter(isMembers) : [];
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function withPlansOf(before: Members, model: FitView['model']): Members {
  const listed: readonly unknown[] = Array.isArray(before['spikes']) ? before['spikes'] : [];
  const certain = listed.filter((spike) => isMembers(spike) && spike['chance'] === undefined);
  const found: readonly unknown[] = Array.isArray(model['spikes']) ? model['spikes'] : [];
  const spikes = [...certain, ...found];
  const noise = isMembers(before['noise']) && isMembers(model['noise']) ? before['noise']['shared'] : undefined;
  return {
    ...model,
    ...(spikes.length > 0 ? { spikes } : {}),
    ...(noise === undefined ? {} : { noise: { ...(model['noise'] as Members), shared: noise } }),
  };
}

/** Sets a model with one line a key: lists of figures would else take a line a figure. */
function setPrinted(text: string, path: JSONPath, value: Members): string {
  const mark = `fitted model ${crypto.randomUUID()}`;
  const marked = set(text, path, mark);
  const at = marked.indexOf(JSON.stringify(mark));
  const line = /[^\n]*$/.exec(marked.slice(0, at))![0];
  const indent = /^\s*/.exec(line)![0];
  const step = indentOf(text);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const members = Object.entries(value).map(
    ([key, part]) => `${indent}${step}${JSON.stringify(key)}: ${printed(part)}`,
  );
  return marked.replace(JSON.stringify(mark), () => `{${eol}${members.join(`,${eol}`)}${eol}${indent}}`);
}

function printed(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(printed).join(', ')}]`;
  if (!isMembers(value)) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([key, part]) => `${JSON.stringify(key)}: ${printed(part)}`)
    .join(', ')} }`;
}

function set(text: string, path: JSONPath, value: unknown): string {
  const step = indentOf(text);
  const tabs = step.startsWith('\t');
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const formattingOptions = { insertSpaces: !tabs, tabSize: tabs ? 1 : step.length, eol };
  return applyEdits(text, modify(text, path, value, { formattingOptions }));
}

function indentOf(text: string): string {
  return /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
}
