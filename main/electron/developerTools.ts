import type { Input, WebContents } from 'electron';

/** Whether a key asks for the developer tools: F12, or Ctrl+Shift+I (on a Mac Cmd+Alt+I). */
export function asksForTools({ type, key, control, shift, meta, alt }: Input): boolean {
  if (type !== 'keyDown') return false;
  return key === 'F12' || (/^i$/i.test(key) && ((control && shift) || (meta && alt)));
}

/** Opens and closes the developer tools by their keys. A window that was made without them has none to open. */
export function openToolsByKey(contents: WebContents): void {
  contents.on('before-input-event', (event, input) => {
    if (!asksForTools(input)) return;
    event.preventDefault();
    contents.toggleDevTools();
  });
}
