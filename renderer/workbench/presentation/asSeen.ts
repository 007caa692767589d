import type { Workbench } from '../../platform/workbench.ts';

/** How texts are copied: as they stand, and in a presentation as they are seen, their amounts as dots. */
export async function asSeen({ settings }: Pick<Workbench, 'settings'>): Promise<(text: string) => string> {
  if (!settings.getState().hideAmounts) return (text) => text;
  const { maskText } = await import('./maskText.ts');
  return (text) => maskText(text);
}
