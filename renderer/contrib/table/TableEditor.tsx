import { useMemo } from 'react';
import { Button } from '../../base/Button.tsx';
import { EmptyState } from '../../base/EmptyState.tsx';
import { Spinner } from '../../base/Spinner.tsx';
import type { EditorProps } from '../../platform/editor.ts';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { RowsGrid } from '../../workbench/rows/RowsGrid.tsx';
import { columnsOfFile } from './columnsOfFile.ts';
import { useFileRows } from './useFileRows.ts';
import '../../base/editorPage.css';

/** The rows of a file as they stand there: any number of them, ordered, filtered and searched by the host. */
export function TableEditor({ path, active, reveal }: EditorProps) {
  const { commands } = useWorkbench();
  const opened = useFileRows(path);
  const rows = opened !== null && 'rows' in opened ? opened.rows : null;
  const columns = useMemo(() => columnsOfFile(rows?.columns ?? []), [rows]);
  const cellOrder = useMemo(() => columns.map(({ id }) => id), [columns]);
  const asText = <Button onClick={() => void commands.run('table.openAsText', { path })}>Open as Text</Button>;
  if (opened === null) return <Spinner label="Looking through the rows…" />;
  if ('failure' in opened)
    return <EmptyState icon="warning" title="The file is no table" text={opened.failure} actions={asText} />;
  const { total } = opened.rows;
  const name = path.slice(path.lastIndexOf('/') + 1);
  return (
    <div className="rows-page">
      <header className="rows-page-head">
        <div>
          <h1>{name}</h1>
          <p>
            {total.toLocaleString('en')} {total === 1 ? 'row' : 'rows'}, {columns.length - 1} columns, as they stand in
            the file
          </p>
        </div>
        <div>
          <Button icon="cloud-upload" onClick={() => void commands.run('import.open', { path })}>
            Import as usage…
          </Button>
        </div>
      </header>
      {total === 0 ? (
        <EmptyState icon="table" title="No rows" text="The file has names of columns, and no row below them." />
      ) : (
        <RowsGrid
          kind="file"
          label={`Rows of ${name}`}
          source={opened.source}
          {...{ total, columns, cellOrder, active, reveal }}
        />
      )}
    </div>
  );
}
