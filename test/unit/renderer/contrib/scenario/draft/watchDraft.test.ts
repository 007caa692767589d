import { describe, expect, it, vi } from 'vitest';
import type { Diagnostic } from '../../../../../../shared/base/diagnostic.ts';
import { makeDraft } from '../../../../../../renderer/contrib/scenario/draft/makeDraft.ts';
import { shownText } from '../../../../../../renderer/contrib/scenario/draft/nodeValue.ts';
import { watchDraft } from '../../../../../../renderer/contrib/scenario/draft/watchDraft.ts';
import type { Documents } from '../../../../../../renderer/platform/documents.ts';

const none = {} as Documents;
const wrong: Diagnostic = { code: 'C', severity: 'error', message: 'wrong', path: 'plans[0].fee' } as Diagnostic;

interface Standing {
  readonly locked?: boolean;
  readonly problems?: readonly Diagnostic[];
}

function draftOf(text: string, { locked = false, problems = [] }: Standing = {}) {
  return makeDraft(none, { document: 'a', text, locked, problems });
}

const before = '{ "name": "Acme", "plans": [{ "fee": 299 }], "meters": [] }';
const otherName = '{ "name": "Acme again", "plans": [{ "fee": 299 }], "meters": [] }';
const otherFee = '{ "name": "Acme", "plans": [{ "fee": 301 }], "meters": [] }';
const withUsage = '{ "name": "Acme", "plans": [{ "fee": 299 }], "meters": [], "usage": {} }';

function readingFee(source = draftOf(before)) {
  const behind = vi.fn();
  const watched = watchDraft(source, behind);
  const fee = () => shownText(watched.draft.text, watched.draft.at(['plans', 0, 'fee']));
  expect(fee()).toBe('299');
  return { ...watched, behind, fee };
}

describe('a draft that knows what was read from it', () => {
  it('stands for a newer one in which only other members have changed, and still reads as a whole', () => {
    const { standsFor, fee, behind } = readingFee();
    expect(standsFor(draftOf(otherName))).toBe(true);
    expect(standsFor(draftOf(withUsage))).toBe(true);
    expect(fee()).toBe('299');
    expect(behind).not.toHaveBeenCalled();
  });

  it('does not where what was read has changed, or was removed', () => {
    expect(readingFee().standsFor(draftOf(otherFee))).toBe(false);
    expect(readingFee().standsFor(draftOf('{ "name": "Acme" }'))).toBe(false);
  });

  it('does not where something that was read is wrong, before or after: what mends it depends on the rest', () => {
    const faulty = draftOf(otherName, { problems: [wrong] });
    expect(readingFee().standsFor(faulty)).toBe(false);
    expect(readingFee(draftOf(before, { problems: [wrong] })).standsFor(draftOf(otherName))).toBe(false);
    const { draft, standsFor } = watchDraft(draftOf(before), vi.fn());
    expect(draft.at(['name'])).toBeDefined();
    const faultyElsewhere = draftOf(before, { problems: [wrong] });
    expect(standsFor(faultyElsewhere)).toBe(true);
    expect(draft.problems).toEqual([]);
    expect(standsFor(faultyElsewhere)).toBe(false);
  });

  it('does not where nothing can be changed any more', () => {
    expect(readingFee().standsFor(draftOf(before, { locked: true }))).toBe(false);
  });

  it('says that it is behind where a member is read first after it has changed', () => {
    const { draft, standsFor, behind } = readingFee();
    standsFor(draftOf(otherName));
    draft.at(['meters']);
    expect(behind).not.toHaveBeenCalled();
    draft.at(['name']);
    expect(behind).toHaveBeenCalledOnce();
  });
});
