import { useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { IconButton } from '../base/IconButton.tsx';
import { Menu, type MenuEntry } from '../base/Menu.tsx';
import { useRunCommand } from '../base/acts/runCommand.ts';
import { chartOuts } from './chartOuts.ts';

interface ChartToolsProps {
  readonly title: string;
  readonly zoomable: boolean;
  readonly zoomed: boolean;
  readonly asTable: boolean;
  readonly drawn: boolean;
}

/** The commands of a chart that stand beside its title. */
export function ChartTools({ title, zoomable, zoomed, asTable, drawn }: ChartToolsProps) {
  return (
    <div className="chart-tools">
      {zoomable && (
        <>
          <IconButton icon="zoom-in" label={`Zoom into “${title}”`} command="chart.zoomIn" />
          <IconButton icon="zoom-out" label={`Zoom out of “${title}”`} command="chart.zoomOut" disabled={!zoomed} />
          <IconButton icon="arrow-both" label={`Show all of “${title}”`} command="chart.showAll" disabled={!zoomed} />
        </>
      )}
      <OutMenu label={`Copy or export “${title}”`} drawn={drawn} />
      <IconButton
        icon={asTable ? 'graph' : 'table'}
        label={asTable ? `Show “${title}” as a chart` : `Show “${title}” as a table`}
        pressed={asTable}
        command="chart.table"
      />
    </div>
  );
}

/** The commands that copy a chart and write it into files. */
function OutMenu({ label, drawn }: { readonly label: string; readonly drawn: boolean }) {
  const [open, setOpen] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const frame = useRef<HTMLSpanElement>(null);
  const commands = useRunCommand();
  const button = () => frame.current?.querySelector('button');
  const show = () => {
    const box = button()?.getBoundingClientRect();
    if (box) setOpen({ x: box.left, y: box.bottom + 2 });
  };
  const entries = (how: 'copy' | 'save'): MenuEntry[] =>
    chartOuts
      .filter((out) => out.how === how)
      .map(({ id, title, form }) => ({
        id,
        title,
        disabled: !drawn && form !== 'csv',
        run: () => commands?.run(id, frame.current!),
      }));
  return (
    <span ref={frame} className="chart-actions">
      <IconButton icon="export" label={label} onClick={show} />
      {open &&
        createPortal(
          <Menu
            label={label}
            groups={[entries('copy'), entries('save')]}
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
