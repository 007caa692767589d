import { ok, type Result } from '../../../../shared/base/result.ts';
import { zoneOf, type Zone } from '../../../../shared/calendar/zone.ts';
import { assert } from '../../../../shared/base/assert.ts';
import { minorDigits } from '../../../../shared/base/money.ts';
import type { RpcError } from '../../../../shared/rpc/views.ts';
import type { Upload } from '../../../store/upload.ts';
import type { Workspace } from '../../../store/workspaceTypes.ts';
import { documentLimit } from '../../../store/limits.ts';
import { fromStore } from '../../fromStore.ts';
import { decodeWhereItFits } from '../../threads/decodeWhereItFits.ts';
import type { ScenarioThreads } from '../../threads/scenarioThreads.ts';
import type { Handlers } from '../../handlers.ts';
import { readWhole } from '../readText.ts';
import { findSource, mappingOf } from './findSource.ts';
import { keepMap } from './keptMaps.ts';
import { previewSource } from './previewSource.ts';

interface Parts {
  readonly open: { workspace(): Result<Workspace, RpcError> };
  readonly uploads: { find(id: string): Result<Upload, RpcError> };
  readonly threads: ScenarioThreads;
}

/** Previews a file as an audit would read it, and keeps the maps of foreign formats. */
export function previewHandlers({ open, uploads, threads }: Parts): Handlers<'audit.preview' | 'audit.keepMap'> {
  return {
    'audit.preview': async ({ source, role, mapping, map, terms }) => {
      const opened = open.workspace();
      if (!opened.ok) return opened;
      const found = await findSource(opened.value, uploads, source);
      if (!found.ok) return found;
      const given = map ? await mappingOf(opened.value, uploads, map) : ok(mapping);
      if (!given.ok) return given;
      const units = await unitsOf(opened.value, terms, threads);
      return previewSource(opened.value.ports, found.value, { role, mapping: given.value, threads, ...units });
    },
    'audit.keepMap': async ({ fingerprint, name, mapping }) => {
      const opened = open.workspace();
      return opened.ok ? fromStore(await keepMap(opened.value.ports, { fingerprint, name, mapping })) : opened;
    },
  };
}

interface Units {
  readonly zone: Zone;
  readonly minorDigits: number;
}

/** The zone and currency of the terms; where they cannot be read, UTC and hundredths, for a preview needs no more. */
async function unitsOf(workspace: Workspace, terms: string | null, threads: ScenarioThreads): Promise<Units> {
  const zone = zoneOf('UTC');
  assert(zone !== null, 'UTC is a time zone');
  const source = terms === null ? null : await findSource(workspace, noUploads, { path: terms });
  if (!source?.ok) return { zone, minorDigits: 2 };
  const { name, bytes, chunks } = source.value;
  const text = await readWhole(workspace.ports, { shown: name, bytes, chunks }, documentLimit);
  const decoded = text.ok ? await decodeWhereItFits(text.value, { threads }) : null;
  const scenario = decoded?.scenario;
  return scenario ? { zone: scenario.zone, minorDigits: minorDigits(scenario.currency) } : { zone, minorDigits: 2 };
}

const noUploads: Parts['uploads'] = {
  find: () => ({ ok: false, error: { code: 'unknown-upload', message: 'Terms are a file of the folder.' } }),
};
