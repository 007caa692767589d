import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { ImportMapping } from './mapping.ts';
import type { ImportPreview, ImportReport } from '../../../shared/rpc/views.ts';
import { Banner } from '../../base/Banner.tsx';
import { Button } from '../../base/Button.tsx';
import { formatBytes } from '../../base/format.ts';
import { Spinner } from '../../base/Spinner.tsx';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { AcceptBar } from './AcceptBar.tsx';
import { CountsTable } from './CountsTable.tsx';
import { CsvMappingForm } from './CsvMappingForm.tsx';
import type { ImportSource } from './importSource.ts';
import { InferenceMappingForm } from './InferenceMappingForm.tsx';
import { mappingFaults } from './mappingEdit.ts';
import { RefusedTable } from './RefusedTable.tsx';
import { SampleColumns } from './SampleColumns.tsx';
import { scenarioFiles } from './scenarioFiles.ts';
import { UsageRowsTable } from './UsageRowsTable.tsx';
import { usePreview } from './usePreview.ts';

interface PreviewPaneProps {
  readonly source: ImportSource;
  readonly name: string;
  onBack(): void;
  onDone(report: ImportReport, scenario: string | null): void;
}

const formats: Readonly<Record<ImportPreview['format'], string>> = {
  csv: 'CSV',
  'inference-db': 'Inference server database',
  'inference-json': 'Inference server JSON',
  'inference-ndjson': 'Inference server NDJSON',
};

/** What the import would do, under a mapping that can be corrected. */
export function PreviewPane({ source, name, onBack, onDone }: PreviewPaneProps) {
  const { workspace, notifications } = useWorkbench();
  const files = useStore(workspace.store, (view) => view?.files);
  const scenarios = useMemo(() => scenarioFiles(files ?? []), [files]);
  const [edited, setEdited] = useState<ImportMapping | null>(null);
  const { preview, failure, reading } = usePreview(source, edited, 'UTC');
  const found = preview === null ? null : foundText(preview);
  useEffect(() => {
    if (found !== null) notifications.announce(found);
  }, [notifications, found]);
  if (!preview)
    return failure === null ? <Spinner label={`Looking at ${name}…`} /> : <Unreadable {...{ failure, onBack }} />;
  const mapping = edited ?? preview.mapping;
  const columns = preview.columns.map((column) => column.name);
  const faults = mapping.format === 'csv' ? mappingFaults(mapping, columns) : [];
  return (
    <div className="import-preview">
      <header className="import-about">
        <h2>{preview.name}</h2>
        <p>
          {formats[preview.format]} · {preview.encoding} · {formatBytes(preview.bytes)} · sha256{' '}
          <code title={preview.sha256}>{preview.sha256.slice(0, 12)}…</code>
          {reading && <span className="import-reading"> · reading…</span>}
        </p>
        <Button kind="link" icon="arrow-left" command="import.another" onClick={onBack}>
          Another file
        </Button>
      </header>
      {failure !== null && <Banner kind="error">{failure}</Banner>}
      {faults.map((fault) => (
        <Banner key={fault} kind="warning">
          {fault}
        </Banner>
      ))}
      <div className="import-panes">
        <section className="import-mapping" aria-label="How the file is read">
          <h3>How the file is read</h3>
          {mapping.format === 'csv' ? (
            <CsvMappingForm mapping={mapping} preview={preview} onChange={setEdited} />
          ) : (
            <InferenceMappingForm mapping={mapping} onChange={setEdited} />
          )}
          {edited !== null && (
            <Button kind="link" icon="discard" command="import.guess" onClick={() => setEdited(null)}>
              Guess again
            </Button>
          )}
          {preview.columns.length > 0 && <SampleColumns columns={preview.columns} mapping={mapping} />}
        </section>
        <section className="import-outcome" aria-label="What would be imported">
          <CountsTable counts={preview.counts} />
          <RefusedTable refused={preview.refused} counts={preview.counts} />
          <UsageRowsTable rows={preview.rows} taken={preview.counts.taken} />
        </section>
      </div>
      <AcceptBar
        {...{ source, preview, mapping, scenarios, onDone }}
        blocked={faults.length > 0 || failure !== null || reading}
      />
    </div>
  );
}

function foundText({ name, counts: { taken, refused } }: ImportPreview): string {
  const left = refused === 0 ? 'none is refused' : `${refused.toLocaleString('en')} are refused`;
  return `${name}: ${taken.toLocaleString('en')} usage rows can be taken, ${left}`;
}

function Unreadable({ failure, onBack }: { readonly failure: string; onBack(): void }) {
  return (
    <Banner
      kind="error"
      actions={
        <Button command="import.another" onClick={onBack}>
          Another file
        </Button>
      }
    >
      The file could not be read as usage: {failure}
    </Banner>
  );
}
