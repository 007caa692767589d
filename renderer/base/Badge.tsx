import type { ReactNode } from 'react';
import { classes } from './classes.ts';

interface BadgeProps {
  readonly children: ReactNode;
  readonly kind?: 'count' | 'neutral' | 'info' | 'warning' | 'error' | 'good';
  readonly title?: string;
}

export function Badge({ children, kind = 'neutral', title }: BadgeProps) {
  return (
    <span className={classes('badge', `badge-${kind}`)} title={title}>
      {children}
    </span>
  );
}
