import { useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import type { ComparisonView } from '../../../shared/rpc/compareViews.ts';
import { Banner } from '../../base/Banner.tsx';
import { Button } from '../../base/Button.tsx';
import { EmptyState } from '../../base/EmptyState.tsx';
import { IconButton } from '../../base/IconButton.tsx';
import { Section } from '../../base/Section.tsx';
import { Select } from '../../base/Select.tsx';
import { Spinner } from '../../base/Spinner.tsx';
import type { EditorProps } from '../../platform/editor.ts';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { comparableFiles } from './comparableFiles.ts';
import { compareAddress, readCompareAddress, type Compared } from './compareAddress.ts';
import { ComparedRows } from './ComparedRows.tsx';
import { InvoicePairs } from './InvoicePairs.tsx';
import { Outcome } from './Outcome.tsx';
import { useComparison } from './useComparison.ts';
import { useLineWalk } from './useLineWalk.ts';
import '../../base/figuresTable.css';
import '../../base/editorPage.css';
import './compare.css';

/** What changed from one ledger, file of rows or bill to another. */
export function CompareEditor({ uri, path }: EditorProps) {
  const compared = useMemo(() => readCompareAddress(path), [path]);
  const { running, view, failure, stale, unsaved, again } = useComparison(compared);
  if (!compared) return <EmptyState icon="diff" title="Nothing to compare" text="The address names no two files." />;
  return (
    <div className="editor-page compare">
      <header className="compare-header">
        <h1>Compare</h1>
        <p>Rows are matched by id, or by kind, instant and meter; invoice lines by instant and kind.</p>
      </header>
      <Sides uri={uri} compared={compared} />
      {failure !== null && <Banner kind="error">Nothing was compared: {failure}</Banner>}
      {unsaved && <Banner kind="warning">A scenario is being edited: its bill is of what is saved.</Banner>}
      {stale && (
        <Banner
          kind="warning"
          actions={
            <Button kind="link" command="compare.again" onClick={again}>
              Compare again
            </Button>
          }
        >
          A file changed since it was compared.
        </Banner>
      )}
      {running && <Spinner label="Comparing…" />}
      {view && <Differences uri={uri} view={view} />}
    </div>
  );
}

function Differences({ uri, view }: { readonly uri: string; readonly view: ComparisonView }) {
  const { invoices, pairs, rows } = view;
  const table = useRef<HTMLTableElement>(null);
  useLineWalk(uri, table);
  const changes = rows.changed.count + rows.added.count + rows.removed.count;
  return (
    <>
      <Outcome view={view} />
      {invoices && (
        <Section title="Invoice lines" summary={`${invoices.different.length.toLocaleString('en')} differ`}>
          <InvoicePairs
            pairs={pairs}
            totals={invoices.totals}
            currency={view.first.currency ?? ''}
            names={{ first: 'First', second: 'Second' }}
            table={table}
          />
        </Section>
      )}
      {changes + rows.balancesOnly > 0 && (
        <Section title="Rows" summary={`${changes.toLocaleString('en')} differ`}>
          <ComparedRows rows={rows} />
        </Section>
      )}
    </>
  );
}

/** The two sides, to be chosen anew or changed over. */
function Sides({ uri, compared }: { readonly uri: string; readonly compared: Compared }) {
  const { workspace, editors } = useWorkbench();
  const files = useStore(workspace.store, (view) => view?.files);
  const paths = useMemo(() => comparableFiles(files ?? []).map(({ path }) => path), [files]);
  const { first, second } = compared;
  const change = (to: Compared): void => editors.replace(uri, compareAddress(to));
  const options = (chosen: string) => [...new Set([chosen, ...paths])].map((path) => ({ value: path, title: path }));
  return (
    <div className="compare-sides" role="group" aria-label="What is compared">
      <Select
        label="First"
        value={first}
        options={options(first)}
        onChange={(path) => change({ first: path, second })}
      />
      <IconButton
        icon="arrow-swap"
        label="Change sides"
        command="compare.swap"
        onClick={() => change({ first: second, second: first })}
      />
      <Select
        label="Second"
        value={second}
        options={options(second)}
        onChange={(path) => change({ first, second: path })}
      />
    </div>
  );
}
