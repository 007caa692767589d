import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { FoldButton } from './FoldButton.tsx';

interface SectionProps {
  readonly title: string;
  readonly children: ReactNode;
  /** A few words at the right of the title, such as a sum. */
  readonly summary?: ReactNode;
  readonly actions?: ReactNode;
  readonly closed?: boolean;
}

/** A titled part that can be folded away. */
export function Section({ title, children, summary, actions, closed = false }: SectionProps) {
  const id = useId();
  const [open, setOpen] = useState(!closed);
  return (
    <section className="section" data-scope="section" aria-labelledby={`${id}-title`}>
      <div className="section-header">
        <h2 id={`${id}-title`}>
          <FoldButton open={open} onToggle={() => setOpen(!open)} controls={id}>
            {title}
          </FoldButton>
        </h2>
        {summary && <span className="section-summary">{summary}</span>}
        {actions}
      </div>
      <div id={id} className="section-body" hidden={!open}>
        {children}
      </div>
    </section>
  );
}
