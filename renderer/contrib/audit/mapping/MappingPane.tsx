import { useId, useLayoutEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { AuditMapping } from '../../../../shared/rpc/auditViews.ts';
import { Banner } from '../../../base/Banner.tsx';
import { Button } from '../../../base/Button.tsx';
import { formatBytes } from '../../../base/format.ts';
import { Select } from '../../../base/Select.tsx';
import { useWorkbench } from '../../../platform/useWorkbench.ts';
import { auditAt, auditStore, changeAudit } from '../auditStore.ts';
import { applyMaps } from './applyMaps.ts';
import { mappedRoles, roleTitles, type MappedFile, type MappedRole } from './mappedFile.ts';
import { MappingForm } from './MappingForm.tsx';
import { changeMappedFile } from './mappingStore.ts';
import { PreviewRows } from './PreviewRows.tsx';
import { saveMap } from './saveMap.ts';
import { useDraftPreview } from './useDraftPreview.ts';

interface MappingPaneProps {
  readonly path: string;
  readonly file: MappedFile;
}

/** What the columns of a foreign file mean, beside what comes of it. */
export function MappingPane({ path, file }: MappingPaneProps) {
  const id = useId();
  const section = useRef<HTMLElement>(null);
  const { role, preview, failure } = file;
  useDraftPreview(path, file);
  useLayoutEffect(() => {
    // It takes the place of what it was asked for with: so does the focus.
    if (document.activeElement === document.body) section.current?.focus();
  }, []);
  const map = file.draft ?? preview?.mapping ?? null;
  if (!preview) return failure === null ? null : <Failure role={role} failure={failure} />;
  const change = (draft: AuditMapping) => changeMappedFile(path, file, { draft, used: null });
  return (
    <section ref={section} className="map-pane" aria-labelledby={id} tabIndex={-1}>
      <header className="map-header">
        <h2 id={id}>How {preview.name} is read</h2>
        <p>
          {formatBytes(preview.bytes)}
          {preview.sha256 === null ? ' · only its beginning is shown here' : ' · '}
          {preview.sha256 !== null && <code title={`sha256 ${preview.sha256}`}>{preview.sha256.slice(0, 8)}…</code>}
          {originText(preview.origin)}
        </p>
        <Select
          label="Read as"
          value={role}
          options={mappedRoles.map((each) => ({ value: each, title: roleTitles[each] }))}
          onChange={(to) => moveFile(path, role, to)}
        />
      </header>
      {preview.doubts.length > 0 && file.draft === null && <Banner kind="warning">{preview.doubts.join(' ')}</Banner>}
      {failure !== null && <Banner kind="error">{failure}</Banner>}
      {preview.fault !== null && <Banner kind={map ? 'warning' : 'error'}>{preview.fault}</Banner>}
      <div className="map-panes">
        {map && <MappingForm role={role} mapping={map} preview={preview} onChange={change} />}
        <div className="map-outcome">
          <PreviewRows preview={preview} timeZone={zoneOf(path, map)} />
        </div>
      </div>
      {map && <MappingActions path={path} file={file} map={map} />}
    </section>
  );
}

const origins = {
  own: '',
  given: '',
  remembered: ' · read as the last file with these columns was',
  guessed: ' · a first guess from its columns: check it',
};

function originText(origin: keyof typeof origins): string {
  return origins[origin];
}

/** Times are shown as the file has them: in its own zone. */
function zoneOf(path: string, map: AuditMapping | null): string {
  const { view } = auditAt(path);
  return map?.usage?.time?.timeZone ?? map?.invoices?.time?.timeZone ?? map?.time.timeZone ?? view?.timeZone ?? 'UTC';
}

/** Reads a file in another role: what was chosen there is left aside. */
function moveFile(path: string, from: MappedRole, to: MappedRole): void {
  const { choice } = auditAt(path);
  changeAudit(path, { choice: { ...choice, [from]: null, [to]: choice[from] } });
}

function Failure({ role, failure }: { readonly role: MappedRole; readonly failure: string }) {
  return (
    <Banner kind="error">
      {roleTitles[role]}: {failure}
    </Banner>
  );
}

interface MappingActionsProps extends MappingPaneProps {
  readonly map: AuditMapping;
}

function MappingActions({ path, file, map }: MappingActionsProps) {
  const workbench = useWorkbench();
  const { preview, failure, role } = file;
  const busy = useStore(auditStore, ({ byPath }) => byPath[path]?.running ?? null) !== null;
  const rows = preview?.control?.rows ?? 0;
  const refused = preview?.refusedCount ?? 0;
  const ready = failure === null && preview !== null && preview.fault === null && rows > 0;
  const use = () => {
    changeMappedFile(path, file, { used: map, open: false });
    applyMaps(path);
    workbench.notifications.announce(`${roleTitles[role]}: the map is used.`);
    if (preview?.fingerprint) void keep(preview.fingerprint, preview.name);
  };
  const keep = async (fingerprint: string, name: string) => {
    try {
      await workbench.rpc('audit.keepMap', { fingerprint, name, mapping: map });
    } catch (error) {
      workbench.notifications.failed('Remembering the map', error);
    }
  };
  return (
    <div className="map-actions">
      <p>
        {!ready && 'A file that no map reads is not audited.'}
        {ready && refused === 0 && 'Every row can be read. The map is kept for the next file with these columns.'}
        {ready &&
          refused > 0 &&
          `${refused === 1 ? 'One row is' : `${refused.toLocaleString('en')} rows are`} left out of the audit, and it says so.`}
      </p>
      <Button
        icon="save"
        disabled={!ready || workbench.context.get('workspaceReadOnly') === true}
        title="As a file of the folder, for drawdown audit --map"
        command="audit.saveMap"
        onClick={() => void saveMap(workbench, preview?.name ?? '', map)}
      >
        Save map…
      </Button>
      <Button kind="primary" icon="check" disabled={!ready || busy} command="audit.useMap" onClick={use}>
        Use this map
      </Button>
    </div>
  );
}
