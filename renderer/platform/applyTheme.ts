import type { Settings } from '../../shared/rpc/views.ts';

/** Light or dark now, the system's choice followed. */
export function shownTheme(theme: Settings['theme']): 'light' | 'dark' {
  if (theme !== 'system') return theme;
  return matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
}

/** Draws the page in the theme of the settings, and in their zoom. */
export function applyTheme({ theme, zoom }: Settings): void {
  const root = document.documentElement;
  root.dataset.theme = shownTheme(theme);
  root.style.colorScheme = shownTheme(theme);
  root.style.setProperty('zoom', String(1.2 ** zoom));
}
