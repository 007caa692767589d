import { isKeptByBrowser } from '../../platform/browserKeys.ts';
import type { KeyBinding } from '../../platform/keyBindings.ts';

/** Something that the desktop app does one way and the page in a browser another. */
export interface HostDifference {
  readonly what: string;
  readonly app: string;
  readonly browser: string;
}

export const hostDifferences: readonly HostDifference[] = [
  {
    what: 'Opening a folder',
    app: 'The system’s dialog.',
    browser: 'Its path on this computer is typed.',
  },
  {
    what: 'Showing a file in the file manager',
    app: 'Opens it there.',
    browser: 'Copies the path.',
  },
  {
    what: 'Printing a report or a quote',
    app: 'Written as PDF into the folder.',
    browser: 'Opens in a tab of its own, which the browser prints or saves as PDF.',
  },
  {
    what: 'Starting and ending',
    app: 'One window; a second start brings it forward. Its place on the screen is kept.',
    browser:
      'The terminal prints an address with a code that works once. Ctrl+C there ends it, and keeps unsaved work first.',
  },
  {
    what: 'Recent folders',
    app: 'In Open Recent, and in the system’s own list where it has one.',
    browser: 'In Open Recent.',
  },
  {
    what: 'Developer tools',
    app: 'Off, unless a setting asks for them.',
    browser: 'The browser’s own.',
  },
  {
    what: 'Keys',
    app: 'All reach the workbench.',
    browser: 'The browser keeps some for itself, which menus and the palette leave out: see below.',
  },
];

/** A command whose key a browser keeps, and a key that it has beside that; null: the palette alone. */
export interface KeptKey {
  readonly command: KeyBinding['command'];
  readonly key: string;
  readonly instead: string | null;
}

export function keptByBrowser(bindings: readonly KeyBinding[]): readonly KeptKey[] {
  return bindings.filter(isKeptByBrowser).map(({ command, strokes }) => {
    const other = bindings.find((binding) => binding.command.id === command.id && !isKeptByBrowser(binding));
    return { command, key: strokes.join(' '), instead: other?.strokes.join(' ') ?? null };
  });
}
