import { useEffect, useRef } from 'react';
import { classes } from '../../../base/classes.ts';
import { useDraft } from '../draft/useDraft.ts';
import { problemCounts, sections, type SectionId } from './sections.ts';

interface OutlineProps {
  readonly current: SectionId;
  onGo(id: SectionId): void;
}

/** The sections beside the form, with what is wrong in each. */
export function Outline({ current, onGo }: OutlineProps) {
  const counts = problemCounts(useDraft().problems);
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    const item = bar.current?.querySelector<HTMLElement>('[aria-current]');
    if (bar.current && item) bar.current.scrollTo({ left: item.offsetLeft - bar.current.clientWidth / 2 });
  }, [current]);
  return (
    <nav ref={bar} className="form-outline" aria-label="Sections of the scenario">
      <ul>
        {sections.map(({ id, title }) => {
          const count = counts.get(id);
          const kind = count?.error ? 'error' : count ? 'warning' : null;
          return (
            <li key={id}>
              <button
                type="button"
                className={classes('form-outline-item', id === current && 'form-outline-current')}
                aria-current={id === current ? 'true' : undefined}
                onClick={() => onGo(id)}
              >
                {title}
                {count && (
                  <span className={`form-outline-count form-about-${kind}`}>
                    {count.error + count.warning}
                    <span className="visually-hidden"> problems</span>
                  </span>
                )}
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
