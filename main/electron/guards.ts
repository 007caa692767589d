import type { App, Session, WebContents } from 'electron';
import { isOurs } from './page.ts';
import { withoutSpelling } from './withoutSpelling.ts';

/** Keeps every page that is ever made where it is: no navigation, no window, no embedded page. */
export function guardContents(app: App): void {
  app.on('web-contents-created', (_event, contents) => guard(contents));
}

function guard(contents: WebContents): void {
  const stay = (event: { readonly url: string; preventDefault(): void }) => {
    if (!isOurs(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-frame-navigate', (event) => {
    // A frame whose content the page itself writes out, as a preview is: it keeps the page’s policy.
    if (event.isMainFrame || event.url !== 'about:srcdoc') stay(event);
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Copying text out is all that a page may ask of the machine. */
const granted = 'clipboard-sanitized-write';

/** Denies permissions, devices and downloads, and every request that is not for the page itself. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(permission === granted));
  session.setPermissionCheckHandler((_contents, permission) => permission === granted);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.on('will-download', (event) => event.preventDefault());
  withoutSpelling(session);
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOurs(url) && !isLocal(url) }));
}

/** Made by the page itself or by the developer tools: nothing leaves the machine. */
function isLocal(address: string): boolean {
  return URL.canParse(address) && ['blob:', 'data:', 'devtools:'].includes(new URL(address).protocol);
}
