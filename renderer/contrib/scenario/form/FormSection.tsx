import { useId, type ReactNode } from 'react';
import { Badge } from '../../../base/Badge.tsx';
import { sections, type SectionId } from './sections.ts';

interface FormSectionProps {
  readonly id: SectionId;
  /** How many things the section lists. */
  readonly count?: number;
  readonly about?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export function FormSection({ id, count, about, actions, children }: FormSectionProps) {
  const heading = useId();
  const { title } = sections.find((section) => section.id === id)!;
  return (
    <section className="form-section" data-scope="section" data-section={id} aria-labelledby={heading}>
      <div className="form-section-head">
        <h2 id={heading} tabIndex={-1}>
          {title}
        </h2>
        {count !== undefined && count > 0 && <Badge kind="neutral">{count}</Badge>}
        <div className="form-section-actions">{actions}</div>
      </div>
      {about && <p className="form-section-about">{about}</p>}
      {children}
    </section>
  );
}
