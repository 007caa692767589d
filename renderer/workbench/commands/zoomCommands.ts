import type { Command } from '../../platform/command.ts';
import type { Shell } from '../shell.ts';

const category = 'View';

/** Steps of the zoom, one after the other: keys that are held come faster than settings are kept. */
export function zoomCommands({ rpc, settings }: Shell): readonly Command[] {
  let last: Promise<unknown> = Promise.resolve();
  const set = async (step: number): Promise<void> => {
    const zoom = step === 0 ? 0 : Math.max(-4, Math.min(6, settings.getState().zoom + step));
    settings.setState(await rpc('settings.set', { zoom }));
  };
  const zoomBy = (step: number) => (): Promise<void> => {
    const next = last.then(() => set(step));
    last = next.catch(() => undefined);
    return next;
  };
  const menu = (order: number) => ({ menu: 'view', group: '5_zoom', order }) as const;
  return [
    {
      id: 'view.zoomIn',
      category,
      title: 'Zoom In',
      key: ['CtrlCmd+=', 'CtrlCmd+Shift++'],
      menu: menu(1),
      run: zoomBy(1),
    },
    { id: 'view.zoomOut', category, title: 'Zoom Out', key: 'CtrlCmd+-', menu: menu(2), run: zoomBy(-1) },
    { id: 'view.zoomReset', category, title: 'Reset Zoom', key: 'CtrlCmd+0', menu: menu(3), run: zoomBy(0) },
  ];
}
