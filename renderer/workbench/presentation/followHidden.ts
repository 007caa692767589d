import type { Shell } from '../shell.ts';

/** Hides amounts while the setting says so. Resolves once what holds at the start holds, so that nothing is seen before. */
export async function followHidden({ settings, context }: Pick<Shell, 'settings' | 'context'>): Promise<void> {
  let bringBack: (() => void) | null = null;
  const follow = async (): Promise<void> => {
    const wanted = settings.getState().hideAmounts;
    context.set('amountsHidden', wanted);
    if (wanted) {
      const { hideAmounts } = await import('./hideAmounts.ts');
      if (settings.getState().hideAmounts) bringBack ??= hideAmounts(document.body);
    } else {
      bringBack?.();
      bringBack = null;
    }
  };
  settings.subscribe(() => void follow());
  await follow();
}
