import { classes } from './classes.ts';

interface IconProps {
  /** Codicon name, without `codicon-`. */
  readonly name: string;
  /** Said by screen readers; without one the icon is decoration. */
  readonly label?: string;
  readonly className?: string;
}

export function Icon({ name, label, className }: IconProps) {
  return (
    <span
      className={classes('codicon', `codicon-${name}`, className)}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    />
  );
}
