import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { activeUri, openUris } from '../../../../../renderer/workbench/editors/grid.ts';
import { closeUri, openTab } from '../../../../../renderer/workbench/editors/gridChanges.ts';
import { createTrail } from '../../../../../renderer/workbench/editors/trail.ts';
import { defaultLayout, type Layout } from '../../../../../renderer/workbench/layout/layout.ts';

function make() {
  const layout = createStore<Layout>(() => defaultLayout);
  const trail = createTrail(layout);
  const open = (uri: string, pinned = true) =>
    layout.setState(({ grid }) => ({ grid: openTab(grid, uri, { group: 'group-1', pinned }) }));
  const close = (uri: string) => layout.setState(({ grid }) => ({ grid: closeUri(grid, uri) }));
  return {
    trail,
    open,
    close,
    front: () => activeUri(layout.getState().grid),
    all: () => openUris(layout.getState().grid),
  };
}

describe('the trail of editors', () => {
  it('goes back and forward; a new step drops what was gone back from', () => {
    const { trail, open, front } = make();
    for (const uri of ['text:a', 'text:b', 'text:c']) open(uri);
    expect(trail.go(-1) && front()).toBe('text:b');
    expect(trail.go(-1) && front()).toBe('text:a');
    expect(trail.go(-1)).toBe(false);
    expect(trail.go(1) && front()).toBe('text:b');
    open('text:d');
    expect(trail.go(1)).toBe(false);
    expect(trail.go(-1) && front()).toBe('text:b');
  });

  it('begins anew in another folder, at the editor that is in front there', () => {
    const { trail, open, front } = make();
    open('text:old');
    open('text:first');
    trail.clear();
    expect(trail.go(-1)).toBe(false);
    open('text:second');
    expect(trail.go(-1) && front()).toBe('text:first');
  });

  it('goes back to what was closed meanwhile', () => {
    const { trail, open, close, front } = make();
    open('text:a');
    open('text:b');
    close('text:a');
    expect(trail.go(-1) && front()).toBe('text:a');
  });

  it('opens what was closed last first, and not a preview that another one replaced', () => {
    const { trail, open, close, all } = make();
    for (const uri of ['text:a', 'text:b', 'text:c']) open(uri);
    close('text:a');
    close('text:c');
    open('text:p', false);
    open('text:q', false);
    expect(trail.reopen() && all()).toContain('text:c');
    expect(trail.reopen() && all()).toContain('text:a');
    expect(trail.reopen()).toBe(false);
    expect(all()).not.toContain('text:p');
  });
});
