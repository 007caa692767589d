import { useRef } from 'react';
import type { ComponentProps, ReactNode } from 'react';
import { useRunCommand } from './acts/runCommand.ts';
import { useActs } from './acts/useActs.ts';
import { Icon } from './Icon.tsx';

interface FoldButtonProps extends Omit<ComponentProps<'button'>, 'onClick' | 'ref'> {
  readonly open: boolean;
  onToggle(): void;
  readonly children: ReactNode;
  /** Id of what it folds away. */
  readonly controls?: string;
  /** In place of the arrow. */
  readonly icon?: ReactNode;
}

/** Folds the part around it away, and out again. */
export function FoldButton({ open, onToggle, children, controls, icon, ...rest }: FoldButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  const commands = useRunCommand();
  useActs(button, {
    'fold.toggle': onToggle,
    'fold.fold': open ? onToggle : null,
    'fold.unfold': open ? null : onToggle,
  });
  return (
    <button
      ref={button}
      type="button"
      aria-expanded={open}
      aria-controls={controls}
      {...rest}
      onClick={() => (commands ? commands.run('fold.toggle', button.current!) : onToggle())}
    >
      {icon === undefined ? <Icon name={open ? 'chevron-down' : 'chevron-right'} /> : icon}
      {children}
    </button>
  );
}
