import { useDeferredValue, useEffect, useMemo } from 'react';
import type { VariantsView } from '../../../shared/rpc/variantViews.ts';
import { Banner } from '../../base/Banner.tsx';
import { Button } from '../../base/Button.tsx';
import { classes } from '../../base/classes.ts';
import { EmptyState } from '../../base/EmptyState.tsx';
import { RunProgress } from '../../base/RunProgress.tsx';
import { Section } from '../../base/Section.tsx';
import { Spinner } from '../../base/Spinner.tsx';
import type { EditorProps } from '../../platform/editor.ts';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { useDocument } from '../../workbench/documents/useDocument.ts';
import { isBusy } from '../../workbench/live/liveRun.ts';
import { StaleBanner } from '../../workbench/live/StaleBanner.tsx';
import { useLive } from '../../workbench/live/useLive.ts';
import { useSlow } from '../../workbench/live/useSlow.ts';
import { readComparison } from './comparisonText.ts';
import { ComparisonFaults } from './ComparisonFaults.tsx';
import { ComparisonFields } from './ComparisonFields.tsx';
import { besideComparison } from './offeredBy.ts';
import { SolvePart } from './SolvePart.tsx';
import { VariantCharts } from './VariantCharts.tsx';
import { VariantForm } from './VariantForm.tsx';
import { VariantsTable } from './VariantsTable.tsx';
import { variantsRuns } from './variantsRuns.ts';
import '../../base/figuresTable.css';
import '../../base/editorPage.css';
import './variants.css';

/** Two to five variants side by side, compared anew as the document, its scenarios and the questions change. */
export function ComparisonEditor({ path }: EditorProps) {
  const workbench = useWorkbench();
  const document = useDocument(path);
  const run = useLive(variantsRuns, path);
  const { answer, choice, diagnostics, failure, running, cancelled } = run;
  const slow = useSlow(running !== null);
  const text = document !== null && 'text' in document ? document.text : null;
  const written = useMemo(() => (text === null ? null : readComparison(text)), [text]);
  const { problems } = workbench;
  useEffect(() => {
    const placed = diagnostics.map((fault) =>
      fault.file === undefined ? fault : { ...fault, file: besideComparison(path, fault.file) },
    );
    problems.set('variants', path, placed);
    return () => problems.set('variants', path, []);
  }, [problems, path, diagnostics]);
  if (document === null) return <Spinner label={`Reading ${path}`} />;
  if ('failure' in document)
    return <EmptyState icon="error" title="This comparison could not be read" text={document.failure} />;
  const errors = diagnostics.some(({ severity }) => severity === 'error');
  return (
    <div className={classes('editor-page variants', run.stale && 'variants-stale')} aria-busy={isBusy(run)}>
      <header className="editor-page-head">
        <div>
          <h1>{written?.name || 'Comparison'}</h1>
          <p>{aboutText(answer, run.rough)}</p>
        </div>
        <ComparisonFields path={path} choice={choice} />
      </header>
      <div className="variants-status">
        {running && slow && <RunProgress {...running} onCancel={() => void variantsRuns(workbench).cancel(path)} />}
        {answer && <StaleBanner run={run} what="comparison" />}
        {!answer && failure && <Banner kind="error">Nothing was compared: {failure.message}</Banner>}
        {cancelled && !running && (
          <Banner
            kind="info"
            actions={
              <Button kind="link" command="variants.again">
                Run again
              </Button>
            }
          >
            Stopped.
          </Banner>
        )}
        {answer?.notes.map((note) => (
          <Banner key={note} kind="warning">
            {note}
          </Banner>
        ))}
      </div>
      {errors && <ComparisonFaults path={path} diagnostics={diagnostics} />}
      <Section title="Variants" summary={written ? `${written.variants.length} of at most 5` : undefined}>
        {written ? (
          <VariantForm
            path={path}
            comparison={written}
            readOnly={document.readOnly !== null}
            diagnostics={diagnostics}
          />
        ) : (
          <p className="variants-broken">
            The text is not JSON at present.{' '}
            <Button kind="link" command="variants.text">
              Open it as text
            </Button>
          </p>
        )}
      </Section>
      {answer ? (
        <Answer comparison={answer} path={path} />
      ) : (
        !errors && !failure && <Spinner label="Pricing all variants…" />
      )}
    </div>
  );
}

function Answer({ comparison, path }: { readonly comparison: VariantsView; readonly path: string }) {
  const later = useDeferredValue(comparison);
  return (
    <>
      <Section title="Side by side" summary={headline(comparison)}>
        <VariantsTable comparison={comparison} />
      </Section>
      <VariantCharts comparison={later} />
      <SolvePart path={path} comparison={later} />
    </>
  );
}

function aboutText(answer: VariantsView | null, rough: boolean): string {
  if (!answer) return 'Two to five variants over the same demand';
  const { from, until, paths, seed, random } = answer;
  const sampled = random
    ? `${paths.toLocaleString('en')} paths${rough ? ' for now' : ''} · seed ${seed} · the same demand for all`
    : 'nothing is uncertain, so all paths are alike';
  return `${from} until ${until} · ${sampled}`;
}

/** Who is the cheapest, in a few words. */
function headline({ cheapest, variants }: VariantsView): string {
  const names = cheapest.mean.map((index) => variants[index]!.name);
  return `cheapest on average: ${names.join(' and ')}`;
}
