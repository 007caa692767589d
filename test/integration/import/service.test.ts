import * as fs from 'node:fs';
import * as path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importService } from '../../../main/host/importService.ts';
import { createUpload, type Upload } from '../../../main/store/upload.ts';
import { openWorkspace } from '../../../main/store/workspace.ts';
import type { Workspace } from '../../../main/store/workspaceTypes.ts';
import { err, ok } from '../../../shared/base/result.ts';
import { filesBelow, makeScratch, type Scratch } from '../../support/importPorts.ts';

const key = `rf_${'SECRET_0123456789'}`;
const wire = JSON.stringify([
  { api_key: key, category: 'model', resource_id: 'm/1', processed_frames: 5, timestamp_start: 0, timestamp_stop: 1 },
  { api_key: key, category: 'model', resource_id: `m?api_key=${key}`, processed_frames: 5, timestamp_start: null },
  { api_key: key, category: 'model', resource_id: 'm/1', processed_frames: 5 },
])
  .replace('"timestamp_start":0', '"timestamp_start":1790812800100000000')
  .replace('"timestamp_stop":1', '"timestamp_stop":1790812800200000000');

let scratch: Scratch;
let workspace: Workspace;
const uploads = new Map<string, Upload>();
const said: string[] = [];
beforeEach(async () => {
  scratch = makeScratch();
  const opened = await openWorkspace(scratch.folder, scratch.ports);
  if (!opened.ok) throw new Error(opened.error.code);
  workspace = opened.value;
});
afterEach(async () => {
  await workspace.close();
  for (const upload of uploads.values()) await upload.remove();
  uploads.clear();
  said.length = 0;
  scratch.remove();
});

const service = () =>
  importService({
    open: { workspace: () => ok(workspace) },
    uploads: {
      find: (id) => {
        const found = uploads.get(id);
        return found ? ok(found) : err({ code: 'unknown-upload', message: 'gone' });
      },
    },
    output: { say: (text) => void said.push(text) },
  });

/** Puts a file in, a few bytes at a time. */
async function putIn(name: string, bytes: Uint8Array): Promise<{ upload: string }> {
  const created = await createUpload(scratch.ports, name);
  if (!created.ok) throw new Error(created.error.code);
  for (let at = 0; at < bytes.length; at += 97) await created.value.append(bytes.subarray(at, at + 97));
  uploads.set(name, created.value);
  return { upload: name };
}

describe('imports through the host', () => {
  it('preview and run a file that was put in piece by piece', async () => {
    const source = await putIn('jan.csv', Buffer.from('at,tokens\n2026-01-01,5\n2026-01-02,7\n'));
    const previewed = await service()['import.preview']({ source, mapping: null, timeZone: 'UTC' });
    if (!previewed.ok) throw new Error(previewed.error.code);
    expect(previewed.value.counts).toMatchObject({ read: 2, taken: 2 });
    const { mapping } = previewed.value;
    const ran = await service()['import.run']({ source, mapping, into: 'usage/jan.csv', acceptRefused: false });
    expect(ran).toMatchObject({ ok: true, value: { path: 'usage/jan.csv', counts: { taken: 2 } } });
    expect(fs.readFileSync(path.join(scratch.folder, 'usage/jan.csv'), 'utf8')).toBe(
      'at,meter,quantity,id\n2026-01-01T00:00:00.000Z,tokens,5,\n2026-01-02T00:00:00.000Z,tokens,7,\n',
    );
    expect(said).toEqual(['Imported jan.csv into usage/jan.csv: 2 usage rows, 0 refused, 0 left out.']);
  });

  it('read a file of the workspace, and none outside it', async () => {
    scratch.write('in/a.csv', 'at,n\n2026-01-01,5\n');
    const inside = { source: { path: 'in/a.csv' }, mapping: null, timeZone: 'UTC' };
    expect(await service()['import.preview'](inside)).toMatchObject({ ok: true });
    for (const outside of ['../x.csv', '/etc/passwd', 'in/../../x.csv']) {
      const refused = await service()['import.preview']({ ...inside, source: { path: outside } });
      expect(refused).toMatchObject({ ok: false, error: { code: 'outside' } });
    }
  });

  it('never let a plain API key reach disk, an answer or the output', async () => {
    const source = await putIn('wire.json', Buffer.from(wire));
    const previewed = await service()['import.preview']({ source, mapping: null, timeZone: 'UTC' });
    if (!previewed.ok) throw new Error(previewed.error.code);
    expect(previewed.value.counts).toMatchObject({ read: 3, taken: 1, refused: 2 });
    const { mapping } = previewed.value;
    const order = { source, mapping, into: 'usage/wire.csv' };
    const stopped = await service()['import.run']({ ...order, acceptRefused: false });
    expect(stopped).toMatchObject({ ok: false, error: { code: 'rows-refused' } });
    const ran = await service()['import.run']({ ...order, acceptRefused: true });
    expect(ran).toMatchObject({ ok: true, value: { counts: { taken: 1, refused: 2 } } });
    expect(JSON.stringify([previewed, stopped, ran, said])).not.toContain('SECRET');
    for (const [file, content] of filesBelow(path.dirname(scratch.folder))) {
      expect(content.includes('SECRET'), `${file} holds the key`).toBe(false);
    }
    expect(fs.readdirSync(scratch.folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('read a database that was put in, and leave no copy of it', async () => {
    const bytes = fs.readFileSync(new URL('../../fixtures/usage/inference-usage-sample.db', import.meta.url));
    const source = await putIn('usage.db', bytes);
    const previewed = await service()['import.preview']({ source, mapping: null, timeZone: 'UTC' });
    expect(previewed).toMatchObject({ ok: true, value: { format: 'inference-db', counts: { taken: 1, excluded: 2 } } });
    expect(fs.readdirSync(path.join(scratch.ports.appFolder, 'imports'))).toEqual([]);
  });

  it('refuse a mapping of another kind of file, and an upload that is gone', async () => {
    const source = await putIn('a.csv', Buffer.from('at,n\n2026-01-01,5\n'));
    const mapping = {
      format: 'inference',
      hostedMeter: 'a',
      selfHostedMeter: 'b',
      quantity: 'processed_frames',
    } as const;
    const wrong = await service()['import.preview']({ source, mapping, timeZone: 'UTC' });
    expect(wrong).toMatchObject({ ok: false, error: { code: 'mapping-mismatch' } });
    const gone = await service()['import.preview']({ source: { upload: 'gone' }, mapping, timeZone: 'UTC' });
    expect(gone).toMatchObject({ ok: false, error: { code: 'unknown-upload' } });
  });
});
