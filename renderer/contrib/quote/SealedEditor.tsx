import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { OpenedQuote } from '../../../shared/rpc/quoteViews.ts';
import { Banner } from '../../base/Banner.tsx';
import { Button } from '../../base/Button.tsx';
import { EmptyState } from '../../base/EmptyState.tsx';
import { RunProgress } from '../../base/RunProgress.tsx';
import { Section } from '../../base/Section.tsx';
import type { EditorProps } from '../../platform/editor.ts';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { cancelQuote, openSealed } from './makeQuote.ts';
import { PageFrame } from './PageFrame.tsx';
import { quoteStore, sealedAt } from './quoteStore.ts';
import { SealedVerdict } from './SealedVerdict.tsx';
import '../../base/figuresTable.css';
import './quote.css';

/** A sealed quote, computed anew when it is opened: the verdict, then its page. */
export function SealedEditor({ path }: EditorProps) {
  const workbench = useWorkbench();
  const { running, opening, failure } = useStore(quoteStore, ({ sealed }) => sealed[path]) ?? sealedAt(path);
  useEffect(() => {
    if (sealedAt(path).opening === null) void openSealed(workbench, path);
    return workbench.on('workspace.changed', ({ paths }) => {
      if (paths.includes(path)) void openSealed(workbench, path);
    });
  }, [workbench, path]);
  const quote = opening?.quote ?? null;
  const faults = opening?.diagnostics ?? [];
  return (
    <div className="quote">
      <header className="quote-header">
        <div>
          <h1>{quote ? `Quote ${quote.number}, version ${quote.version}` : 'Sealed quote'}</h1>
          {quote && <p>{aboutText(quote)}</p>}
        </div>
        <Button icon="refresh" disabled={running !== null} command="quote.verify">
          Verify Again
        </Button>
        <Button icon="file-pdf" disabled={!quote} command="quote.print">
          Print
        </Button>
      </header>
      {running && <RunProgress {...running} onCancel={() => void cancelQuote(workbench, running.job)} />}
      {failure !== null && <Banner kind="error">{failure}</Banner>}
      {!quote && !running && faults.length > 0 && (
        <EmptyState icon="warning" title="This is no sealed quote" text={faults.map(faultText).join(' ')} />
      )}
      {quote && (
        <div className="quote-draft">
          {!running && <SealedVerdict quote={quote} diagnostics={faults} />}
          {quote.isOver && <Banner kind="warning">It was valid until {quote.validUntil}, which is over.</Banner>}
          {quote.newer && (
            <Banner kind="warning">
              Its prices are those of {quote.rateCard}; {quote.newer.title} is newer.
            </Banner>
          )}
          <PageFrame title="Page for the customer" html={quote.html} />
          <Section title="What this file holds" summary={`${quote.holds.length}`}>
            <ul className="quote-holds">
              {quote.holds.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </Section>
        </div>
      )}
    </div>
  );
}

function aboutText({ customer, total, currency, validUntil, madeAt }: OpenedQuote): string {
  const to = customer === '' ? '' : `for ${customer} · `;
  return `${to}${total} ${currency} on expected usage · made ${madeAt.slice(0, 10)} · valid until ${validUntil}`;
}

function faultText({ path, message }: { readonly path: string; readonly message: string }): string {
  return path === '' ? message : `${path}: ${message}`;
}
