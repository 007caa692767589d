import type { ReactNode } from 'react';
import { classes } from '../../base/classes.ts';
import { Icon } from '../../base/Icon.tsx';

interface StatusButtonProps {
  readonly icon?: string;
  readonly children?: ReactNode;
  /** Said in full, and shown as tooltip. */
  readonly label: string;
  readonly kind?: 'error' | 'warning';
  /** Without one it is text alone. */
  onClick?(): void;
}

/** One piece of the status bar. */
export function StatusButton({ icon, children, label, kind, onClick }: StatusButtonProps) {
  const content = (
    <>
      {icon && <Icon name={icon} />}
      {children}
    </>
  );
  const className = classes('status-item', kind && `status-${kind}`);
  if (!onClick)
    return (
      <span className={className} title={label}>
        {content}
      </span>
    );
  return (
    <button type="button" className={className} aria-label={label} title={label} onClick={() => onClick()}>
      {content}
    </button>
  );
}
