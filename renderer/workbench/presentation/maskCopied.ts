import { maskText } from './maskText.ts';

/** A part of the page that copies or cuts what it is made from, as text editors do, gives what is seen of it. */
export function maskCopied(event: ClipboardEvent): void {
  const { clipboardData, defaultPrevented } = event;
  if (!clipboardData || !defaultPrevented) return;
  const text = clipboardData.getData('text/plain');
  clipboardData.clearData();
  clipboardData.setData('text/plain', maskText(text));
}
