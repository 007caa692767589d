import { maskCopied } from './maskCopied.ts';
import { maskText } from './maskText.ts';
import { bringFieldsBack, protectFields } from './protectFields.ts';
import './hideAmounts.css';

/** What holds no amounts, or must stay as it is to be edited. */
const apart =
  'script, style, textarea, kbd, [role=menubar], [role=menu], .explorer, .editor-tabs, .activity-bar, .badge-count, [data-counts], ' +
  '.settings, .keys';
const spoken = ['title', 'aria-label', 'aria-valuetext', 'aria-description', 'placeholder', 'alt'] as const;
const ofText = 'text';

interface Hidden {
  readonly original: string;
  readonly masked: string;
}

/**
 * Draws every amount of the page as dots, whoever wrote it there, before it is painted; the result brings them back. What the page
 * is made from is not touched, so that nothing but the sight changes.
 */
export function hideAmounts(root: HTMLElement): () => void {
  const hidden = new WeakMap<Node, Map<string, Hidden>>();
  const hide = (node: Node, what: string, now: string | null): string | null => {
    if (now === null || hidden.get(node)?.get(what)?.masked === now) return null;
    const masked = maskText(now, isEdited(node));
    if (masked === now) return null;
    const kept = hidden.get(node) ?? new Map<string, Hidden>();
    hidden.set(node, kept.set(what, { original: now, masked }));
    return masked;
  };
  const maskNode = (node: Text): void => {
    const masked = node.parentElement?.closest(apart) ? null : hide(node, ofText, node.nodeValue);
    if (masked !== null) putText(node, masked);
  };
  const maskWord = (element: Element, word: string): void => {
    const masked = element.closest(apart) ? null : hide(element, word, element.getAttribute(word));
    if (masked !== null) element.setAttribute(word, masked);
  };
  const maskBelow = (node: Node): void => {
    walk(node, maskNode, maskWord);
    protectFields(node);
  };
  const observer = new MutationObserver((changes) => {
    for (const { type, target, attributeName, addedNodes } of changes) {
      if (type === 'characterData') maskNode(target as Text);
      else if (type === 'attributes' && attributeName === 'type') protectFields(target);
      else if (type === 'attributes') maskWord(target as Element, attributeName!);
      else addedNodes.forEach(maskBelow);
    }
  });
  maskBelow(root);
  observer.observe(root, { subtree: true, childList: true, characterData: true, attributeFilter: [...spoken, 'type'] });
  for (const event of ['copy', 'cut'] as const) addEventListener(event, maskCopied);
  document.documentElement.dataset['amounts'] = 'hidden';
  return () => {
    observer.disconnect();
    for (const event of ['copy', 'cut'] as const) removeEventListener(event, maskCopied);
    bringFieldsBack(root);
    delete document.documentElement.dataset['amounts'];
    const original = (node: Node, what: string, now: string | null): string | null => {
      const kept = hidden.get(node)?.get(what);
      return kept !== undefined && kept.masked === now ? kept.original : null;
    };
    walk(
      root,
      (node) => {
        const before = original(node, ofText, node.nodeValue);
        if (before !== null) putText(node, before);
      },
      (element, word) => {
        const before = original(element, word, element.getAttribute(word));
        if (before !== null) element.setAttribute(word, before);
      },
    );
  };
}

function walk(root: Node, ofNode: (node: Text) => void, ofWord: (element: Element, word: string) => void): void {
  if (root instanceof Text) return ofNode(root);
  const nodes = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node: Node | null = root; node; node = nodes.nextNode()) {
    if (node instanceof Text) ofNode(node);
    else if (node instanceof Element) for (const word of spoken) if (node.hasAttribute(word)) ofWord(node, word);
  }
}

/** A screen reader that is given a text to edit also has its selection there, which a text put in its place would move. */
function putText(node: Text, text: string): void {
  const selection = getSelection();
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection ?? {};
  node.nodeValue = text;
  if (isEdited(node) && anchorNode === node && focusNode === node) {
    selection!.setBaseAndExtent(node, anchorOffset!, node, focusOffset!);
  }
}

/** In a text editor each letter has its place, which the cursor goes by. */
function isEdited(node: Node): boolean {
  return Boolean(node.parentElement?.closest('.monaco-editor'));
}
