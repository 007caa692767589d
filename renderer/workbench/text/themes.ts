import type * as Monaco from 'monaco-editor/editor';

/** The editor's own four themes, with its line numbers, and what stands on a difference, readable on them. */
export function defineThemes({ editor }: typeof Monaco): void {
  editor.defineTheme('drawdown-dark', {
    base: 'vs-dark',
    inherit: true,
    rules: [
      { token: 'string.value.json', foreground: 'dba58f' },
      { token: 'keyword.json', foreground: '7fb8ea' },
    ],
    colors: {
      'editorLineNumber.foreground': '#a0a0a0',
      'editorLineNumber.dimmedForeground': '#a0a0a0',
      'diffEditor.insertedLineBackground': '#9bb9551a',
      'diffEditor.insertedTextBackground': '#9ccc2c1f',
      'diffEditor.removedLineBackground': '#ff00001a',
      'diffEditor.removedTextBackground': '#ff000033',
    },
  });
  editor.defineTheme('drawdown-light', {
    base: 'vs',
    inherit: true,
    rules: [
      { token: 'string.key.json', foreground: '0451a5' },
      { token: 'number', foreground: '06704a' },
    ],
    colors: {
      'editorLineNumber.foreground': '#4d5761',
      'editorLineNumber.dimmedForeground': '#4d5761',
      'diffEditor.removedLineBackground': '#ff000021',
      'diffEditor.insertedTextBackground': '#9ccc2c33',
      'diffEditor.removedTextBackground': '#ff00001a',
    },
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
