import type { Ports } from '../platform/ports.ts';

/** All that a host takes from outside: the machine, and what differs between its shells. */
export interface HostPorts extends Ports {
  /** Asks the user for a folder; null where the platform has no dialog. */
  readonly pickFolder: (() => Promise<string | null>) | null;
  /** Puts a folder into the system's own list of what was opened; absent where there is none. */
  readonly noteRecent?: (folder: string) => void;
  /** Shows a file in the system's file manager; absent where a browser may not. */
  readonly showInFolder?: (absolute: string) => void;
  /** Prints HTML as PDF; absent where the platform cannot, and a browser prints for itself. */
  readonly printPdf?: PrintPdf;
}

/** A report to print. Title, period and head stand in the margins where the page itself cannot put them there. */
export interface ToPrint {
  readonly html: string;
  readonly title: string;
  readonly period: string;
  readonly head: string;
}

/** Gives the bytes of a PDF with `page x of y` on every page. */
export type PrintPdf = (report: ToPrint) => Promise<Uint8Array>;
