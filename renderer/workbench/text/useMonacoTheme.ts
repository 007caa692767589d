import { useEffect } from 'react';
import { monaco } from './monaco.ts';

/** Draws the text editors in the page's theme, and follows it. */
export function useMonacoTheme(): void {
  useEffect(() => {
    const page = document.documentElement;
    const apply = () => monaco.editor.setTheme(`drawdown-${page.dataset['theme'] ?? 'dark'}`);
    const observer = new MutationObserver(apply);
    observer.observe(page, { attributeFilter: ['data-theme'] });
    apply();
    return () => observer.disconnect();
  }, []);
}
