import { describe, expect, it } from 'vitest';
import { createEditorPlaces } from '../../../../../renderer/workbench/layout/createEditorPlaces.ts';

describe('where editors were looked at', () => {
  it('is there again after a restart, part by part', () => {
    const places = createEditorPlaces();
    places.set('scenario:acme', 'scroll', { form: [0, 300] });
    places.set('scenario:acme', 'text', { line: 7 });
    places.set('ledger:acme', 'grid', { top: 5000 });
    const again = createEditorPlaces();
    again.read(places.write());
    expect(again.get('scenario:acme', 'scroll')).toEqual({ form: [0, 300] });
    expect(again.get('scenario:acme', 'text')).toEqual({ line: 7 });
    expect(again.get('ledger:acme', 'grid')).toEqual({ top: 5000 });
    expect(again.get('ledger:other', 'grid')).toBeUndefined();
  });

  it('is told of as it changes', () => {
    const places = createEditorPlaces();
    let told = 0;
    places.onChange(() => told++);
    places.set('a:', 'scroll', 1);
    expect(told).toBe(1);
  });

  it('is kept of the editors that were looked at last, within what the host keeps under one key', () => {
    const places = createEditorPlaces();
    for (let at = 0; at < 150; at++) places.set(`text:${at}`, 'text', 'x'.repeat(3000));
    places.set('text:149', 'large', 'x'.repeat(6000));
    const text = places.write();
    expect(text.length).toBeLessThanOrEqual(200_000);
    const again = createEditorPlaces();
    again.read(text);
    expect(again.get('text:149', 'text')).toHaveLength(3000);
    expect(again.get('text:149', 'large')).toBeUndefined();
    expect(again.get('text:0', 'text')).toBeUndefined();
  });

  it('is nothing where what was kept cannot be read', () => {
    for (const text of [null, '{', '7', '[["a",null],[1,{}],"b"]']) {
      const places = createEditorPlaces();
      places.set('a', 'scroll', 1);
      places.read(text);
      expect(places.get('a', 'scroll')).toBeUndefined();
      expect(places.write()).toBe('[]');
    }
  });
});
