import type { QuoteDraft } from '../../../shared/rpc/quoteViews.ts';
import { Banner } from '../../base/Banner.tsx';
import { Button } from '../../base/Button.tsx';
import { Section } from '../../base/Section.tsx';
import { Segmented } from '../../base/Segmented.tsx';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { PageFrame } from './PageFrame.tsx';
import { changeQuote, type QuoteState } from './quoteStore.ts';

interface QuoteDraftViewProps {
  readonly path: string;
  readonly quote: QuoteState;
  readonly draft: QuoteDraft;
  /** The form or the scenario was changed since it was made. */
  readonly stale: boolean;
}

const views = [
  { id: 'customer', title: 'For the customer' },
  { id: 'internal', title: 'Internal' },
] as const;

/** A quote that was made: what is in it, and its pages as they will be read. */
export function QuoteDraftView({ path, quote: { shown, written }, draft, stale }: QuoteDraftViewProps) {
  const workbench = useWorkbench();
  const readOnly = workbench.context.get('workspaceReadOnly') === true;
  const { changed, rateCard, internalHtml } = draft;
  const internal = shown === 'internal' && internalHtml !== null;
  return (
    <div className="quote-draft">
      {stale && <Banner kind="warning">The form or the scenario was changed since: make the quote again.</Banner>}
      {rateCard?.newer && (
        <Banner kind="warning">
          Its prices are those of {rateCard.title} ({rateCard.dated}); {rateCard.newer.title} is newer. The page says
          so.
        </Banner>
      )}
      {written && <Written written={written} />}
      <div className="quote-bar">
        <p role="status">
          <strong>
            {draft.number}, version {draft.version}
          </strong>{' '}
          · {draft.total} {draft.currency} on expected usage · valid until {draft.validUntil}
          {changed && ` · ${changed.inputs} inputs and ${changed.figures} figures changed`}
        </p>
        {internalHtml !== null && (
          <Segmented label="Page" options={views} value={shown} onChange={(id) => changeQuote(path, { shown: id })} />
        )}
        <Button
          icon="save"
          disabled={stale || readOnly || written !== null}
          onClick={() => void workbench.commands.run('quote.write')}
        >
          Write to Reports
        </Button>
      </div>
      <PageFrame
        title={internal ? 'Internal page' : 'Page for the customer'}
        html={internal ? internalHtml : draft.html}
      />
      <Section title="What the sealed file holds" summary={`${draft.holds.length}`}>
        <ul className="quote-holds">
          {draft.holds.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

function Written({ written: { page, sealed, internal } }: { readonly written: NonNullable<QuoteState['written']> }) {
  const { editors } = useWorkbench();
  const open = () => editors.open(`sealed:${sealed}`, { focus: true, pinned: true });
  return (
    <Banner
      kind="info"
      actions={
        <Button kind="link" command="quote.openSealed" onClick={open}>
          Open the sealed quote
        </Button>
      }
    >
      Written to {page} and {sealed}
      {internal !== null && `; the internal page is ${internal}`}.
    </Banner>
  );
}
