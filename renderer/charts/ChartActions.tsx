import { useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useFileOut, type FileOut } from '../base/fileOut.ts';
import { IconButton } from '../base/IconButton.tsx';
import { Menu, type MenuEntry } from '../base/Menu.tsx';
import type { ChartData } from './chartData.ts';
import { csvText } from './csvText.ts';
import { pngImage } from './pngImage.ts';
import { svgImage, type SvgImage } from './svgImage.ts';

interface ChartActionsProps {
  readonly title: string;
  readonly data: ChartData;
  /** The chart as drawn now; null while none is. */
  picture(): SvgImage | null;
}

/** Copies a chart and its figures, and writes them into files. */
export function ChartActions({ title, data, picture }: ChartActionsProps) {
  const [open, setOpen] = useState<Opened | null>(null);
  const frame = useRef<HTMLSpanElement>(null);
  const out = useFileOut();
  const button = () => frame.current?.querySelector('button');
  const show = () => {
    const box = button()?.getBoundingClientRect();
    if (box) setOpen({ x: box.left, y: box.bottom + 2, drawn: picture() });
  };
  const label = `Copy or export “${title}”`;
  return (
    <span ref={frame} className="chart-actions">
      <IconButton icon="export" label={label} onClick={show} />
      {open &&
        createPortal(
          <Menu
            label={label}
            groups={entriesOf({ title, data, drawn: open.drawn }, out)}
            x={open.x}
            y={open.y}
            onClose={() => {
              setOpen(null);
              button()?.focus();
            }}
          />,
          document.body,
        )}
    </span>
  );
}

interface Opened {
  readonly x: number;
  readonly y: number;
  readonly drawn: SvgImage | null;
}

interface Given extends Pick<ChartActionsProps, 'title' | 'data'> {
  readonly drawn: SvgImage | null;
}

function entriesOf({ title, data, drawn }: Given, out: FileOut): readonly (readonly MenuEntry[])[] {
  const name = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  const csv = () => new Blob([csvText(data)], { type: 'text/plain' });
  const svg = () => new Blob([drawn?.text ?? ''], { type: 'text/plain' });
  const png = () => (drawn ? pngImage(drawn) : Promise.reject(new Error('The chart is not drawn.')));
  const entry = (id: string, words: string, run: () => Promise<void>): MenuEntry => ({
    id,
    title: words,
    disabled: drawn === null && !id.endsWith('csv'),
    run: () => void run(),
  });
  return [
    [
      entry('copy-png', 'Copy as PNG', () => out.copy(`${title}, as PNG`, 'image/png', png)),
      entry('copy-svg', 'Copy as SVG', () => out.copy(`${title}, as SVG`, 'text/plain', svg)),
      entry('copy-csv', 'Copy as CSV', () => out.copy(`${title}, as CSV`, 'text/plain', csv)),
    ],
    [
      entry('save-png', 'Export as PNG', () => out.save(`${name}.png`, png)),
      entry('save-svg', 'Export as SVG', () => out.save(`${name}.svg`, svg)),
      entry('save-csv', 'Export as CSV', () => out.save(`${name}.csv`, csv)),
    ],
  ];
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
