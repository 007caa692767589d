import { useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { rove } from './rove.ts';

interface ToolbarProps {
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** Buttons that are one tab stop: Tab goes in and out, arrows go from one to the next. */
export function Toolbar({ label, className, children }: ToolbarProps) {
  const box = useRef<HTMLDivElement>(null);
  const stop = useRef<HTMLButtonElement | null>(null);
  const keepOneStop = (): void => {
    const buttons = [...(box.current?.querySelectorAll<HTMLButtonElement>('button') ?? [])];
    const usable = buttons.filter((button) => !button.disabled);
    stop.current = usable.find((button) => button === stop.current) ?? usable[0] ?? null;
    for (const button of buttons) button.tabIndex = button === stop.current ? 0 : -1;
  };
  useLayoutEffect(keepOneStop);
  return (
    <div
      ref={box}
      className={className}
      role="toolbar"
      aria-label={label}
      onFocus={({ target }) => {
        stop.current = target.closest('button');
        keepOneStop();
      }}
      onKeyDown={(event) => rove(event, 'button:not(:disabled)')}
    >
      {children}
    </div>
  );
}
