import { useEffect } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../base/Button.tsx';
import { RunProgress } from '../../base/RunProgress.tsx';
import type { EditorProps } from '../../platform/editor.ts';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { useDocument } from '../../workbench/documents/useDocument.ts';
import { ScenarioFaults } from '../../workbench/faults/ScenarioFaults.tsx';
import { cancelQuote } from './makeQuote.ts';
import { QuoteDraftView } from './QuoteDraftView.tsx';
import { firstFields, readFields } from './quoteFields.ts';
import { QuoteForm } from './QuoteForm.tsx';
import { changeFields, quoteAt, quoteStore } from './quoteStore.ts';
import './quote.css';

/** A quote of a scenario: the form, then the page as the customer will see it, and where it was written. */
export function QuoteEditor({ path }: EditorProps) {
  const workbench = useWorkbench();
  const quote = useStore(quoteStore, ({ quotes }) => quotes[path]) ?? quoteAt(path);
  const document = useDocument(path);
  const text = document && 'text' in document ? document.text : null;
  useEffect(() => {
    const { fields, made } = quoteAt(path);
    if (made === null && fields === firstFields) changeFields(path, quoteStore.getState().seller);
  }, [path]);
  const { fields, draft, made, running, diagnostics, failure } = quote;
  const stale = draft !== null && (made?.fields !== fields || (text !== null && made.text !== text));
  const faulty = failure !== null || diagnostics.some(({ severity }) => severity === 'error');
  const { ask } = readFields(fields);
  return (
    <div className="quote">
      <header className="quote-header">
        <div>
          <h1>Quote</h1>
          <p>A page for the customer, and a sealed file that computes every figure of it anew.</p>
        </div>
        <Button
          kind="primary"
          icon="preview"
          disabled={running !== null || ask === null}
          onClick={() => void workbench.commands.run('quote.make')}
        >
          {draft ? 'Make Again' : 'Make Quote'}
        </Button>
      </header>
      <QuoteForm path={path} fields={fields} currency={draft?.currency ?? ''} />
      {running && <RunProgress {...running} onCancel={() => void cancelQuote(workbench, running.job)} />}
      {faulty && !running && <ScenarioFaults path={path} what="quote" failure={failure} diagnostics={diagnostics} />}
      {draft && !faulty && <QuoteDraftView path={path} quote={quote} draft={draft} stale={stale} />}
    </div>
  );
}
