import type * as Monaco from 'monaco-editor/editor';

/** The editor's own two themes, with its line numbers and comments readable on them. */
export function defineThemes({ editor }: typeof Monaco): void {
  editor.defineTheme('drawdown-dark', {
    base: 'vs-dark',
    inherit: true,
    rules: [],
    colors: { 'editorLineNumber.foreground': '#a0a0a0', 'editorLineNumber.dimmedForeground': '#a0a0a0', ...colours() },
  });
  editor.defineTheme('drawdown-light', {
    base: 'vs',
    inherit: true,
    rules: [
      { token: 'string.key.json', foreground: '0451a5' },
      { token: 'number', foreground: '06704a' },
    ],
    colors: { 'editorLineNumber.foreground': '#5f6a76', 'editorLineNumber.dimmedForeground': '#5f6a76', ...colours() },
  });
}

/** What both themes have in common. */
function colours(): Record<string, string> {
  return {};
}
