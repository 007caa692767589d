import type { Acts } from '../base/acts/acts.ts';
import type { FileOut } from '../base/fileOut.ts';
import type { ChartData } from './chartData.ts';
import { chartOuts } from './chartOuts.ts';
import { panned, zoomed, type ChartAxis, type ChartView } from './chartView.ts';
import { csvText } from './csvText.ts';
import { pngImage } from './pngImage.ts';
import { svgImage, type SvgImage } from './svgImage.ts';

interface Looked {
  /** Null where there is nothing to zoom. */
  readonly axis: ChartAxis | null;
  readonly view: ChartView | null;
  /** Where the keyboard's cursor stands; null: nowhere. */
  about(): number | null;
  onView(view: ChartView | null): void;
}

/** A step in or out. */
export const zoomStep = 0.6;

/** Zooming and moving along a chart's axis. */
export function viewActs({ axis, view, about, onView }: Looked): Acts {
  if (!axis) return {};
  const by = (factor: number) => () => onView(zoomed(axis, view, { factor, about: about() }));
  const along = (share: number) => (view ? () => onView(panned(axis, view, share)) : null);
  return {
    'chart.zoomIn': by(zoomStep),
    'chart.zoomOut': view && by(1 / zoomStep),
    'chart.showAll': view && (() => onView(null)),
    'chart.panLeft': along(-0.25),
    'chart.panRight': along(0.25),
  };
}

interface Given {
  readonly title: string;
  readonly data: ChartData;
  /** Whether the chart is drawn now: then it has a picture. */
  readonly drawn: boolean;
  picture(): SvgImage | null;
}

/** Copying a chart and its figures, and writing them into files. */
export function outActs({ title, data, drawn, picture }: Given, out: FileOut): Acts {
  const name = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  const blobs = (shown: SvgImage | null) => ({
    csv: () => new Blob([csvText(data)], { type: 'text/plain' }),
    svg: () => new Blob([shown?.text ?? ''], { type: 'text/plain' }),
    png: () => (shown ? pngImage(shown) : Promise.reject(new Error('The chart is not drawn.'))),
  });
  const acts = chartOuts.map(({ id, how, form }) => {
    const act = () => {
      const make = blobs(form === 'csv' ? null : picture())[form];
      if (how === 'save') return out.save(`${name}.${form}`, make);
      return out.copy(`${title}, as ${form.toUpperCase()}`, form === 'png' ? 'image/png' : 'text/plain', make);
    };
    return [id, drawn || form === 'csv' ? act : null] as const;
  });
  return Object.fromEntries(acts);
}

/** The chart of a frame as a picture by itself, under its legend; null where none is drawn. */
export function pictureOf(frame: HTMLElement | null, title: string): SvgImage | null {
  const plot = frame?.querySelector('.chart-plot');
  if (!frame || !plot) return null;
  const legend = [...frame.querySelectorAll('.chart-legend li')].map((item) => {
    const swatch = item.querySelector('.chart-swatch')!;
    const style = getComputedStyle(swatch);
    const named = style.getPropertyValue('--swatch').trim();
    const color = named === '' ? style.backgroundColor : named;
    const shape = swatch.classList.contains('chart-swatch-line') ? ('line' as const) : ('box' as const);
    return { title: item.textContent ?? '', color, opacity: style.opacity, shape };
  });
  return svgImage(plot, { title, legend });
}
