import { Icon } from '../../base/Icon.tsx';
import type { FitView } from '../../../shared/rpc/fitViews.ts';

/** What was found, and what the history is too short to tell. */
export function FitSentences({ found, untold }: Pick<FitView, 'found' | 'untold'>) {
  return (
    <div className="fit-statement">
      <section aria-labelledby="fit-found">
        <h2 id="fit-found">What was found</h2>
        <ul>
          {found.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ul>
      </section>
      {untold.length > 0 && (
        <section aria-labelledby="fit-untold" className="fit-untold">
          <h2 id="fit-untold">
            <Icon name="warning" /> Too little history
          </h2>
          <ul>
            {untold.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
