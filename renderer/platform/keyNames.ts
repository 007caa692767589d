const modifiers: Readonly<Record<string, string>> = {
  ctrl: 'Ctrl',
  control: 'Ctrl',
  ctrlcmd: 'CtrlCmd',
  alt: 'Alt',
  option: 'Alt',
  shift: 'Shift',
  meta: 'Meta',
  cmd: 'Meta',
  win: 'Meta',
};

const named = [
  'Enter',
  'Escape',
  'Space',
  'Tab',
  'Backspace',
  'Delete',
  'Insert',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  'ContextMenu',
  ...Array.from({ length: 24 }, (_, at) => `F${at + 1}`),
];

const keys: Readonly<Record<string, string>> = {
  ...Object.fromEntries(named.map((name) => [name.toLowerCase(), name])),
  ...Object.fromEntries(
    ['Left', 'Right', 'Up', 'Down'].flatMap((way) => [
      [way.toLowerCase(), `Arrow${way}`],
      [`arrow${way.toLowerCase()}`, `Arrow${way}`],
    ]),
  ),
  esc: 'Escape',
  del: 'Delete',
};

/** A key as people write it in their file (`ctrl+k ctrl+left`) in our own form (`Ctrl+K Ctrl+ArrowLeft`); null where it is none. */
export function readKey(text: string): string | null {
  const strokes = text.trim().split(/\s+/).map(readStroke);
  const known = strokes.filter((stroke) => stroke !== null);
  return known.length === strokes.length && known.length <= 2 ? known.join(' ') : null;
}

function readStroke(text: string): string | null {
  const parts = text.split(/\+(?=.)/);
  const last = parts.pop()?.toLowerCase() ?? '';
  const held = parts.map((part) => modifiers[part.toLowerCase()]);
  const key = /^.$/u.test(last) ? last.toUpperCase() : keys[last];
  if (key === undefined || held.includes(undefined)) return null;
  return [...held, key].join('+');
}

/** A key of ours as the file has it: `ctrl+k ctrl+left`. */
export function writeKey(key: string, mac: boolean): string {
  return key
    .replaceAll('CtrlCmd', mac ? 'Meta' : 'Ctrl')
    .replaceAll('Meta', mac ? 'cmd' : 'meta')
    .replaceAll('Arrow', '')
    .toLowerCase();
}
