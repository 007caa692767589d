import type { Settings } from '../../../shared/rpc/views.ts';

/** How every view of a text looks and behaves. */
export const textOptions = {
  automaticLayout: true,
  fontFamily: "'JetBrains Mono', monospace",
  fontSize: 13,
  lineHeight: 20,
  tabSize: 2,
  minimap: { enabled: false },
  wordBasedSuggestions: 'off',
  scrollBeyondLastLine: false,
  fixedOverflowWidgets: true,
  padding: { top: 6, bottom: 6 },
  unicodeHighlight: { ambiguousCharacters: false },
} as const;

export type TextStyle = Pick<Settings, 'textSize' | 'wordWrap' | 'screenReader'>;

/** The same as the user's settings have it. */
export function textStyle({ textSize, wordWrap, screenReader }: TextStyle) {
  return {
    accessibilitySupport: screenReader ? ('on' as const) : ('auto' as const),
    fontSize: textSize,
    lineHeight: Math.round((textSize * 20) / 13),
    wordWrap: wordWrap ? ('on' as const) : ('off' as const),
  };
}
