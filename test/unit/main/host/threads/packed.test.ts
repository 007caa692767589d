import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packScenario, unpackScenario } from '../../../../../main/host/threads/packed.ts';
import { inOneGo, packTexts, unpackTexts } from '../../../../../main/host/threads/packedTexts.ts';
import { assumptionsOf } from '../../../../../shared/scenario/assumptions.ts';
import { decodeScenario } from '../../../../../shared/scenario/decode.ts';
import { scenarioDocument } from '../../../../support/scenarioDocument.ts';

describe('ids that cross between threads', () => {
  it('are the same on the other side, the empty ones too', () => {
    const id = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !/[\u0000-\u001f\u007f]/.test(text));
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constant(''), fc.constant('\uFEFFa'), id)), (ids) => {
        expect(inOneGo(unpackTexts(structuredClone(inOneGo(packTexts(ids)))))).toEqual(ids);
      }),
    );
  });

  it('are packed a block at each step, so that others have their turns between', () => {
    const ids = Array.from({ length: 40_000 }, (_, index) => (index % 3 === 0 ? '' : `id-${index}`));
    let steps = 0;
    for (const packing = packTexts(ids); !packing.next().done;) steps += 1;
    expect(steps).toBe(3);
    expect(inOneGo(unpackTexts(inOneGo(packTexts(ids))))).toEqual(ids);
  });
});

describe('a scenario that crosses between threads', () => {
  it.each([{}, { timeZone: 'Europe/Berlin' }])('says the same, and finds its places: %j', (parts) => {
    const usage = {
      models: [{ id: 'm', credits: true, level: 1, per: 'day' }],
      events: [{ at: '2026-02-01', credits: 1 }],
    };
    const text = JSON.stringify(scenarioDocument({ usage, ...parts }), null, 2);
    const { scenario } = decodeScenario(text);
    const crossed = unpackScenario(structuredClone(packScenario(scenario!)), text);
    const { json, document: _document, ...rest } = scenario!;
    expect(crossed).toMatchObject(rest);
    expect(assumptionsOf(crossed)).toEqual(assumptionsOf(scenario!));
    const path = ['usage', 'models', 0, 'level'];
    expect(crossed.json.placeAt(path)).toEqual(json.placeAt(path));
    expect(crossed.json.root).toEqual(json.root);
  });
});
