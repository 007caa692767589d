import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { CommandButton } from './CommandButton.tsx';
import { Icon } from './Icon.tsx';

interface ButtonProps {
  readonly children: ReactNode;
  onClick?(): unknown;
  /** The command that it runs: what `onClick` does is then what the command does here. */
  readonly command?: string | undefined;
  readonly args?: object;
  readonly kind?: 'primary' | 'secondary' | 'danger' | 'link';
  readonly icon?: string;
  readonly disabled?: boolean;
  readonly title?: string;
  readonly type?: 'button' | 'submit';
  readonly autoFocus?: boolean;
}

export function Button({ children, kind = 'secondary', icon, ...rest }: ButtonProps) {
  return (
    <CommandButton className={classes('button', `button-${kind}`)} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </CommandButton>
  );
}
