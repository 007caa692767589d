import type { Diagnostic } from '../../../shared/base/diagnostic.ts';
import type { OpenedQuote } from '../../../shared/rpc/quoteViews.ts';
import { Banner } from '../../base/Banner.tsx';

interface SealedVerdictProps {
  readonly quote: OpenedQuote;
  readonly diagnostics: readonly Diagnostic[];
}

const shown = 50;

/** Whether a sealed quote recomputes to the same cent, and else what differs. */
export function SealedVerdict({ quote: { verdict, hash, total, currency }, diagnostics }: SealedVerdictProps) {
  if (!verdict) {
    return (
      <Banner kind="error">
        It cannot be computed anew. {diagnostics.map(({ path, message }) => `${path}: ${message}`).join(' ')}
      </Banner>
    );
  }
  const { isSame, isSealed, differences, engine } = verdict;
  const other = engine.made === engine.verified ? '' : ` Made by ${engine.made}, computed anew by ${engine.verified}.`;
  if (isSame) {
    return (
      <div className="quote-verdict quote-same" role="status">
        <h2>Recomputes to the same cent</h2>
        <p>
          {total} {currency} on expected usage and every other figure came out again.{other} Sealed as{' '}
          <code>{hash}</code>
        </p>
      </div>
    );
  }
  return (
    <div className="quote-verdict quote-differs" role="status">
      <h2>Does not recompute to the same</h2>
      <p>
        {!isSealed && 'It was changed after it was sealed. '}
        {differences.length === 1 ? 'One thing differs.' : `${differences.length} things differ.`}
        {other}
      </p>
      <div className="table-scroll" tabIndex={0} role="group" aria-label="What differs, scrolls sideways">
        <table className="figures-table">
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">The quote says</th>
              <th scope="col">Computed</th>
            </tr>
          </thead>
          <tbody>
            {differences.slice(0, shown).map(({ path, before, after }) => (
              <tr key={path}>
                <th scope="row">{path}</th>
                <td>{before ?? 'nothing'}</td>
                <td>{after ?? 'nothing'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
