import type * as Monaco from 'monaco-editor/editor';

/** The editor's own four themes, with its line numbers and comments readable on them. */
export function defineThemes({ editor }: typeof Monaco): void {
  editor.defineTheme('drawdown-dark', {
    base: 'vs-dark',
    inherit: true,
    rules: [],
    colors: { 'editorLineNumber.foreground': '#a0a0a0', 'editorLineNumber.dimmedForeground': '#a0a0a0' },
  });
  editor.defineTheme('drawdown-light', {
    base: 'vs',
    inherit: true,
    rules: [
      { token: 'string.key.json', foreground: '0451a5' },
      { token: 'number', foreground: '06704a' },
    ],
    colors: { 'editorLineNumber.foreground': '#5f6a76', 'editorLineNumber.dimmedForeground': '#5f6a76' },
  });
  editor.defineTheme('drawdown-hc-dark', {
    base: 'hc-black',
    inherit: true,
    rules: [],
    colors: { 'editorLineNumber.foreground': '#d4d4d4', 'editorLineNumber.dimmedForeground': '#d4d4d4' },
  });
  editor.defineTheme('drawdown-hc-light', {
    base: 'hc-light',
    inherit: true,
    rules: [{ token: 'number', foreground: '064f34' }],
    colors: { 'editorLineNumber.foreground': '#3d3d3d', 'editorLineNumber.dimmedForeground': '#3d3d3d' },
  });
}
