import type * as Monaco from 'monaco-editor/editor';

/** The editor's own four themes, with its line numbers and comments readable on them. */
export function defineThemes({ editor }: typeof Monaco): void {
  editor.defineTheme('drawdown-dark', {
    base: 'vs-dark',
    inherit: true,
    rules: [],
    // Changed words have a frame, since no fill leaves enough contrast to all that may stand on it.
    colors: {
      'editorLineNumber.foreground': '#a0a0a0',
      'editorLineNumber.dimmedForeground': '#a0a0a0',
      'diffEditor.insertedLineBackground': '#9bb9551a',
      'diffEditor.removedLineBackground': '#ff00001a',
      'diffEditor.insertedTextBackground': '#9ccc2c00',
      'diffEditor.removedTextBackground': '#ff000000',
      'diffEditor.insertedTextBorder': '#9ccc2ccc',
      'diffEditor.removedTextBorder': '#ff7b72cc',
    },
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
