import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';

interface BannerProps {
  readonly kind: 'info' | 'warning' | 'error';
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

const iconOf = { info: 'info', warning: 'warning', error: 'error' };

/** A line across an editor that says something about the whole of it. */
export function Banner({ kind, children, actions }: BannerProps) {
  return (
    <div className={classes('banner', `banner-${kind}`)} role="status">
      <Icon name={iconOf[kind]} />
      <div className="banner-text">{children}</div>
      {actions && <div className="banner-actions">{actions}</div>}
    </div>
  );
}
