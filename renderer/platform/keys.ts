/** The parts of a keyboard event that keys are told by. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

const order = ['Ctrl', 'Alt', 'Shift', 'Meta'] as const;
const macSigns: Readonly<Record<string, string>> = { Ctrl: '⌃', Alt: '⌥', Shift: '⇧', Meta: '⌘' };
const keySigns: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  Delete: 'Del',
};

/** A declared key such as `CtrlCmd+K CtrlCmd+T` as the strokes to compare with: `['Ctrl+K', 'Ctrl+T']`. */
export function normalizeKey(key: string, mac: boolean): readonly string[] {
  return key.split(' ').map((stroke) => {
    const parts = stroke.split(/\+(?=.)/).map((part) => (part === 'CtrlCmd' ? (mac ? 'Meta' : 'Ctrl') : part));
    const last = parts.pop() ?? '';
    const modifiers = order.filter((modifier) => parts.includes(modifier));
    return [...modifiers, last.length === 1 ? last.toUpperCase() : last].join('+');
  });
}

/** The stroke that was pressed, in the same form; null for a modifier alone. */
export function strokeOf(press: KeyPress): string | null {
  if (['Control', 'Shift', 'Alt', 'Meta', 'Dead', 'AltGraph'].includes(press.key)) return null;
  const held = { Ctrl: press.ctrlKey, Alt: press.altKey, Shift: press.shiftKey, Meta: press.metaKey };
  return [...order.filter((modifier) => held[modifier]), baseKey(press)].join('+');
}

/** Letters, digits, brackets and the full stop go by what is printed on the key, so that Shift and Alt do not change them. */
function baseKey({ key, code }: KeyPress): string {
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  if (digit) return digit;
  if (code === 'Period' && !/^[a-z]$/i.test(key)) return '.';
  if (code === 'Backslash' && key !== 'Backslash') return '\\';
  if (code.startsWith('Bracket') && '{}'.includes(key)) return key === '{' ? '[' : ']';
  if (key === ' ') return 'Space';
  if (/^Key[A-Z]$/.test(code) && !/^[a-z]$/i.test(key)) return code.slice(3);
  return key.length === 1 ? key.toUpperCase() : key;
}

/** A declared key as people read it: `Ctrl+Shift+P`, on a Mac `⇧⌘P`. */
export function printKey(key: string, mac: boolean): string {
  return normalizeKey(key, mac)
    .map((stroke) => {
      const parts = stroke.split(/\+(?=.)/).map((part) => keySigns[part] ?? part);
      return mac ? parts.map((part) => macSigns[part] ?? part).join('') : parts.join('+');
    })
    .join(' ');
}
