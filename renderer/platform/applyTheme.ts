import type { Settings } from '../../shared/rpc/views.ts';

/** A theme as it is drawn. */
export type ShownTheme = Exclude<Settings['theme'], 'system'>;

const light = '(prefers-color-scheme: light)';
const contrast = '(prefers-contrast: more)';
const forced = '(forced-colors: active)';

/** The theme now, the system's choice followed. Where the system forces colours, its contrast goes before the setting. */
export function shownTheme(theme: Settings['theme']): ShownTheme {
  const shade = matchMedia(light).matches ? 'light' : 'dark';
  if (matchMedia(forced).matches) return `hc-${shade}`;
  if (theme !== 'system') return theme;
  return matchMedia(contrast).matches ? `hc-${shade}` : shade;
}

/** The same theme in the other shade. */
export function otherShade(theme: ShownTheme): ShownTheme {
  return theme.endsWith('dark')
    ? (theme.replace('dark', 'light') as ShownTheme)
    : (theme.replace('light', 'dark') as ShownTheme);
}

/** Draws the page in the theme of the settings, and in their zoom: from 50 to 300 %. */
export function applyTheme({ theme, zoom, reduceMotion }: Settings): void {
  const root = document.documentElement;
  const shown = shownTheme(theme);
  root.dataset.theme = shown;
  root.dataset.motion = reduceMotion === 'on' ? 'reduced' : 'system';
  root.style.colorScheme = shown.endsWith('light') ? 'light' : 'dark';
  root.style.setProperty('zoom', String(Math.min(3, Math.max(0.5, 1.2 ** zoom))));
}

/** Calls whenever the system's choice of shade or contrast changes. */
export function onSystemTheme(changed: () => void): void {
  for (const query of [light, contrast, forced]) matchMedia(query).addEventListener('change', changed);
}
