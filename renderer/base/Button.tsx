import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';

interface ButtonProps {
  readonly children: ReactNode;
  onClick?(): void;
  readonly kind?: 'primary' | 'secondary' | 'danger' | 'link';
  readonly icon?: string;
  readonly disabled?: boolean;
  readonly title?: string;
  readonly type?: 'button' | 'submit';
  readonly autoFocus?: boolean;
}

export function Button({ children, onClick, kind = 'secondary', icon, type = 'button', ...rest }: ButtonProps) {
  return (
    <button className={classes('button', `button-${kind}`)} type={type} onClick={() => onClick?.()} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}
