import { useMemo, useRef, useState } from 'react';
import { Banner } from '../../../base/Banner.tsx';
import { Button } from '../../../base/Button.tsx';
import { EmptyState } from '../../../base/EmptyState.tsx';
import type { OpenDocument } from '../../../platform/documents.ts';
import type { Reveal } from '../../../platform/editor.ts';
import { useWorkbench } from '../../../platform/useWorkbench.ts';
import { makeDraft } from '../draft/makeDraft.ts';
import { DraftContext } from '../draft/useDraft.ts';
import { useProblems } from '../draft/useProblems.ts';
import { parseDocument } from '../edit/parseDocument.ts';
import { lineOf } from '../edit/lineOf.ts';
import { DraftPart } from './DraftPart.tsx';
import { Outline } from './Outline.tsx';
import { RevealContext } from './useReveal.ts';
import { CatalogEdition } from './sections/CatalogEdition.tsx';
import { DemandModels } from './sections/DemandModels.tsx';
import { General } from './sections/General.tsx';
import { Meters } from './sections/Meters.tsx';
import { OpeningBalances } from './sections/OpeningBalances.tsx';
import { Plans } from './sections/Plans.tsx';
import { Timeline } from './sections/Timeline.tsx';
import { UsageFiles } from './sections/UsageFiles.tsx';
import { UsageRows } from './sections/UsageRows.tsx';
import { KnownContext, useReadKnown } from './useKnown.ts';
import { useRevealing } from './useRevealing.ts';
import { useCurrentSection } from './useCurrentSection.ts';

interface ScenarioFormProps {
  readonly document: OpenDocument;
  readonly reveal: Reveal | null;
}

const parts = [General, CatalogEdition, Plans, OpeningBalances, Timeline, Meters, DemandModels, UsageRows, UsageFiles];

/** Made once: the form is drawn more often than what its sections show changes. */
const sections = (
  <div className="form-sections">
    {parts.map((Part, at) => (
      <DraftPart key={at}>
        <Part />
      </DraftPart>
    ))}
  </div>
);

export function ScenarioForm({ document, reveal }: ScenarioFormProps) {
  const { documents } = useWorkbench();
  const { path, text, readOnly } = document;
  const problems = useProblems(document);
  const { root, fault } = parseDocument(text);
  const isScenario = fault === null && root?.type === 'object';
  const [lastGood, setLastGood] = useState<string | null>(null);
  if (isScenario && lastGood !== text) setLastGood(text);
  const shown = isScenario ? text : lastGood;
  const locked = !isScenario || readOnly !== null;
  const draft = useMemo(
    () => makeDraft(documents, { document: path, text: shown ?? '{}', locked, problems }),
    [documents, path, shown, locked, problems],
  );
  const known = useReadKnown(draft);
  const scroller = useRef<HTMLDivElement>(null);
  const revealing = useRevealing(scroller, reveal, path);
  const section = useCurrentSection(scroller);
  return (
    <DraftContext value={draft}>
      <KnownContext value={known}>
        <RevealContext value={revealing}>
          <div className="form-editor">
            {!isScenario && <SyntaxBanner path={path} text={text} fault={fault} />}
            {isScenario && readOnly !== null && <Banner kind="info">{readOnly}</Banner>}
            {shown === null ? (
              <EmptyState icon="json" title="There is nothing to show as a form yet" />
            ) : (
              <div className="form-body" data-locked={locked || undefined}>
                <Outline current={section.current} onGo={section.go} />
                <div className="form-scroll" ref={scroller} tabIndex={-1} onScroll={section.onScroll}>
                  {sections}
                </div>
              </div>
            )}
          </div>
        </RevealContext>
      </KnownContext>
    </DraftContext>
  );
}

interface SyntaxBannerProps {
  readonly path: string;
  readonly text: string;
  readonly fault: number | null;
}

function SyntaxBanner({ path, text, fault }: SyntaxBannerProps) {
  const { commands } = useWorkbench();
  const said =
    fault === null
      ? 'The text is not a scenario: it should be one object in braces.'
      : `The text has a syntax error at line ${lineOf(text, fault)}. The form shows the last text without one, and cannot be changed until it is mended.`;
  return (
    <Banner
      kind="error"
      actions={
        <Button onClick={() => void commands.run('scenario.openAsText', { path, offset: fault })}>Open as Text</Button>
      }
    >
      {said}
    </Banner>
  );
}
