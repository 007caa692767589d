import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';

interface IconButtonProps {
  readonly icon: string;
  /** Its accessible name and tooltip. */
  readonly label: string;
  /** Key shown in the tooltip. */
  readonly keyHint?: string | null;
  onClick?(): void;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  readonly tabIndex?: number;
  readonly className?: string;
}

export function IconButton({ icon, label, keyHint, onClick, pressed, disabled, tabIndex, className }: IconButtonProps) {
  return (
    <button
      type="button"
      className={classes('icon-button', className)}
      aria-label={label}
      title={keyHint ? `${label} (${keyHint})` : label}
      aria-pressed={pressed}
      disabled={disabled}
      tabIndex={tabIndex}
      onClick={() => onClick?.()}
    >
      <Icon name={icon} />
    </button>
  );
}
