import { useId, useState, type ReactNode } from 'react';
import { classes } from '../../../base/classes.ts';
import { FoldButton } from '../../../base/FoldButton.tsx';
import { useDraft } from '../draft/useDraft.ts';
import { formatPath } from '../../../../shared/base/jsonPath.ts';
import type { JsonPath } from '../edit/jsonValue.ts';
import { strayProblems } from '../draft/problemsUnder.ts';
import { ProblemList } from './fields/ProblemList.tsx';
import { useReveal } from './useReveal.ts';

interface CardProps {
  readonly path: JsonPath;
  readonly title: string;
  /** The card in a few words, for when it is closed. */
  readonly summary?: ReactNode;
  readonly badge?: ReactNode;
  readonly actions?: ReactNode;
  readonly open?: boolean;
  readonly children: ReactNode;
}

/** An item of a list that has many fields. It opens by itself where a place inside it is asked for. */
export function Card({ path, title, summary, badge, actions, open: initially = true, children }: CardProps) {
  const id = useId();
  const draft = useDraft();
  const [open, setOpen] = useState(initially);
  const { request } = useReveal();
  const inside = request !== null && request.path.startsWith(formatPath(path));
  const [seen, setSeen] = useState(0);
  if (inside && request.serial !== seen) {
    setSeen(request.serial);
    setOpen(true);
  }
  const errors = draft.under(path).length;
  return (
    <div className={classes('form-card', open && 'form-card-open')} data-scope="row" data-path={formatPath(path)}>
      <div className="form-card-head">
        <h3>
          <FoldButton open={open} onToggle={() => setOpen(!open)} controls={id}>
            <span className="form-card-title" title={title}>
              {title}
            </span>
            {badge}
            {!open && errors > 0 && <span className="form-outline-count form-about-error">{errors}</span>}
          </FoldButton>
        </h3>
        <span className="form-card-summary">{summary}</span>
        {actions}
      </div>
      <div id={id} className="form-card-body" hidden={!open}>
        {open && (
          <>
            <ProblemList problems={strayProblems(draft.under(path), path)} of={path} />
            {children}
          </>
        )}
      </div>
    </div>
  );
}
