import { BrowserWindow, session, type PrintToPDFOptions } from 'electron';
import { escapeHtml } from '../../shared/base/markup.ts';
import type { ToPrint } from '../host/hostPorts.ts';
import { securityHeaders } from '../platform/securityHeaders.ts';
import { withoutSpelling } from './withoutSpelling.ts';

const address = 'app://report/';
/** From here on Chromium fills the margin boxes of a page itself: `page x of y` is in the report's own style. */
const chromeWithMargins = 131;

/**
 * Prints a report as PDF in a hidden window of its own: sandboxed, under the page’s own policy, without scripts, in a session of its own that reaches nothing but
 * the report.
 */
export async function printPdf(report: ToPrint): Promise<Uint8Array> {
  const partition = `print-${crypto.randomUUID()}`;
  const own = session.fromPartition(partition);
  withoutSpelling(own);
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  own.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: url !== address }));
  own.protocol.handle(
    'app',
    () => new Response(report.html, { headers: { ...securityHeaders, 'content-type': 'text/html; charset=utf-8' } }),
  );
  const window = new BrowserWindow({
    show: false,
    webPreferences: { session: own, sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false },
  });
  try {
    await window.loadURL(address);
    return await window.webContents.printToPDF(pdfOptions(report, process.versions['chrome'] ?? ''));
  } finally {
    window.destroy();
    own.protocol.unhandle('app');
  }
}

/** How a report is printed; an older Chromium gets its margins from templates. */
export function pdfOptions({ title, period, head }: Omit<ToPrint, 'html'>, chrome: string): PrintToPDFOptions {
  const common = { printBackground: true, preferCSSPageSize: true, generateTaggedPDF: true };
  if (Number.parseInt(chrome, 10) >= chromeWithMargins) return common;
  const page = 'page <span class="pageNumber"></span> of <span class="totalPages"></span>';
  return {
    ...common,
    displayHeaderFooter: true,
    headerTemplate: margin(escapeHtml(title), escapeHtml(period)),
    footerTemplate: margin(escapeHtml(head), page),
  };
}

function margin(left: string, right: string): string {
  const style = 'display:flex;justify-content:space-between;width:100%;margin:0 14mm;font:7px sans-serif;color:#444';
  return `<div style="${style}"><span>${left}</span><span>${right}</span></div>`;
}
