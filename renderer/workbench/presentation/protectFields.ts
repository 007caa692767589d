const ofAmounts = '[data-part=editors] input.input-numeric:not(.settings *)';
const before = 'amountType';

/** Makes the fields of amounts below a node such that neither who sees nor who hears them is told what they hold. */
export function protectFields(node: Node): void {
  if (!(node instanceof Element)) return;
  const inside = node.querySelectorAll<HTMLInputElement>(ofAmounts);
  for (const field of node.matches(ofAmounts) ? [node as HTMLInputElement] : inside) protect(field);
}

/** Makes them fields as before. */
export function bringFieldsBack(root: HTMLElement): void {
  for (const field of root.querySelectorAll<HTMLInputElement>('input[data-amount-type]')) {
    Reflect.deleteProperty(field, 'type');
    field.type = field.dataset[before]!;
    field.autocomplete = 'off';
    delete field.dataset[before];
  }
}

function protect(field: HTMLInputElement): void {
  if (field.getAttribute('type') === 'password') return;
  field.dataset[before] ??= field.type;
  field.setAttribute('type', 'password');
  // No browser offers to keep what is in it.
  field.autocomplete = 'one-time-code';
  // A field of numbers that becomes another one at each letter would lose the place of its cursor.
  Object.defineProperty(field, 'type', {
    configurable: true,
    get: () => field.dataset[before],
    set() {
      // It stays protected.
    },
  });
}
