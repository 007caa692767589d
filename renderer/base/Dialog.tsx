import { useId, useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';

interface DialogProps {
  readonly title: string;
  readonly children?: ReactNode;
  /** Buttons, the default one first in reading order. */
  readonly footer: ReactNode;
  onClose(): void;
  onSubmit?(): void;
}

/** A modal question. The platform's own dialog element keeps the focus inside and gives it back. */
export function Dialog({ title, children, footer, onClose, onSubmit }: DialogProps) {
  const id = useId();
  const ref = useRef<HTMLDialogElement>(null);
  // Closed before it is taken away: only then does it give the focus back.
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={ref}
      className="dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit?.();
        }}
      >
        <h2 id={id}>{title}</h2>
        {children}
        <div className="dialog-footer">{footer}</div>
      </form>
    </dialog>
  );
}
