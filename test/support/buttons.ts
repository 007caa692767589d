import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseAst } from 'rolldown/parseAst';

/** A button as a component draws it. */
export interface DrawnButton {
  readonly file: string;
  /** The element: `Button`, `IconButton`, `button` … */
  readonly element: string;
  readonly role: string | null;
  readonly isSubmit: boolean;
  /** What a press does, as written; null where nothing is written. */
  readonly press: string | null;
  /** Ids of the commands that it may name. */
  readonly commands: readonly string[];
  /** Ids that its press runs, be it by a function beside it in the file. */
  readonly runs: readonly string[];
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

const elements = ['button', 'Button', 'IconButton', 'CommandButton', 'FoldButton', 'StatusButton', 'StartLink'];

/** Stands among `runs` for a command that is worked out. */
export const anyCommand = '*';

/** Source files below a folder, without the folder's own path. */
export function sourcesIn(root: string, folder: string): readonly (readonly [file: string, text: string])[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => path.posix.join(folder, file.split(path.sep).join('/')))
    .map((file) => [file, readFileSync(path.join(root, file), 'utf8')] as const);
}

/** Every button that a component's source draws. */
export function buttonsOf(file: string, text: string): readonly DrawnButton[] {
  const tree = parseAst(text, { lang: 'tsx' }, file) as unknown as Node;
  const nodes = everyNode(tree);
  const values = new Map(
    nodes
      .filter(({ type, init }) => type === 'VariableDeclarator' && isNode(init))
      .map(({ id, init }) => [(id as unknown as { name: string }).name, init as Node]),
  );
  const write = ({ start, end }: Node): string => text.slice(start, end);
  return nodes
    .filter(({ type, name }) => type === 'JSXOpeningElement' && elements.includes(String((name as Node)['name'])))
    .map((element) => {
      const attribute = attributesOf(element);
      const onClick = attribute('onClick');
      const command = attribute('command');
      const named = command === null ? [] : resolved(command, values);
      return {
        file,
        element: String((element['name'] as Node)['name']),
        role: stringsIn([attribute('role')])[0] ?? null,
        isSubmit: stringsIn([attribute('type')])[0] === 'submit',
        press: onClick === null ? null : write(onClick).replace(/^\{|\}$/g, ''),
        commands: stringsIn(named).filter((word) => /^\w+\.[\w.]+$/.test(word)),
        runs: onClick === null ? [] : resolved(onClick, values).flatMap((node) => commandsRun(write(node))),
      };
    });
}

/** A value, and the values of the names in it that the same file declares. */
function resolved(value: Node, values: ReadonlyMap<string, Node>): readonly Node[] {
  const names = everyNode(value).flatMap(({ type, name }) => (type === 'Identifier' ? [String(name)] : []));
  return [value, ...names.flatMap((name) => values.get(name) ?? [])];
}

function commandsRun(text: string): readonly string[] {
  const named = [...text.matchAll(/commands\.run\(\s*'([\w.]+)'/g)].map(([, id]) => id!);
  return /commands\.run\(\s*[^'\s]/.test(text) ? [...named, anyCommand] : named;
}

function attributesOf({ attributes }: Node): (name: string) => Node | null {
  const all = attributes as readonly Node[];
  return (name) => {
    const found = all.find((each) => each.type === 'JSXAttribute' && (each['name'] as Node)['name'] === name);
    return (found?.['value'] as Node | undefined) ?? null;
  };
}

function stringsIn(nodes: readonly (Node | null)[]): readonly string[] {
  return nodes
    .flatMap((node) => (node ? everyNode(node) : []))
    .flatMap(({ type, value }) => (type === 'Literal' && typeof value === 'string' ? [value] : []));
}

function everyNode(node: Node): readonly Node[] {
  const children = Object.values(node).flat().filter(isNode);
  return [node, ...children.flatMap(everyNode)];
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
