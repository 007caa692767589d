import { describe, expect, it } from 'vitest';
import type { WorkspaceView } from '../../../../../shared/rpc/views.ts';
import { crumbsOf } from '../../../../../renderer/workbench/editors/crumbs.ts';
import { symbolsOf } from '../../../../../renderer/workbench/palette/symbolsOf.ts';

const path = 'customers/acme.scenario.json';
const view: WorkspaceView = {
  folder: '/home/me/forecasts',
  name: 'forecasts',
  readOnly: null,
  historyNearFull: null,
  files: [
    {
      path: 'customers',
      name: 'customers',
      kind: 'folder',
      bytes: 0,
      children: [{ path, name: 'acme.scenario.json', kind: 'scenario', bytes: 9 }],
    },
  ],
};
const symbols = symbolsOf(JSON.stringify({ plans: [{ id: 'core' }, { id: 'team' }] }));
const titles = (uri: string, place?: string) => crumbsOf({ uri, view, place, symbols }).map(({ title }) => title);

describe('the way to what an editor shows', () => {
  it('leads from the workspace over folders and file to the list and the thing in it', () => {
    expect(titles(`scenario:${path}`, 'plans[1].includedCredits')).toEqual([
      'forecasts',
      'customers',
      'acme.scenario.json',
      'Plans',
      'team',
    ]);
  });

  it('ends with an open step where the editor is at none of them', () => {
    expect(titles(`text:${path}`).slice(3)).toEqual(['…']);
    expect(titles(`text:${path}`, 'plans[10]').slice(3)).toEqual(['…']);
  });

  it('ends at the file where an editor has no places in it', () => {
    expect(titles(`bill:${path}`, 'plans[1]')).toHaveLength(3);
  });

  it('is none where no file of the workspace is shown', () => {
    expect(titles('settings:')).toEqual([]);
    expect(titles('text:user:settings.json')).toEqual([]);
  });

  it('offers at each step what lies beside it', () => {
    const lists = crumbsOf({ uri: `text:${path}`, view, place: 'plans[0]', symbols }).map(({ list }) => list);
    expect(lists).toEqual([
      { kind: 'workspaces' },
      { kind: 'files', folder: '', current: 'customers' },
      { kind: 'files', folder: 'customers', current: path },
      { kind: 'sections', current: 'Plans' },
      { kind: 'symbols', section: 'Plans', current: 'plans[0]' },
    ]);
  });
});
