import { describe, expect, it } from 'vitest';
import { quoteHtml } from '../../../../shared/planner/quote/html/quoteHtml.ts';
import { isLegible, logoOf, mostLogoBytes } from '../../../../shared/base/brand.ts';
import { quoteOf } from '../../../support/quoteOf.ts';

const base64 = (...bytes: number[]) => Buffer.from(bytes).toString('base64');
const png = base64(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13);

describe('a logo', () => {
  it('is a PNG or a JPEG, told by its first bytes', () => {
    expect(logoOf(png)).toBe(`data:image/png;base64,${png}`);
    expect(logoOf(base64(0xff, 0xd8, 0xff, 0xe0, 0, 16))).toMatch(/^data:image\/jpeg;base64,/);
  });

  it.each([
    ['a drawing that may hold scripts', Buffer.from('<svg onload="x"/>').toString('base64')],
    ['nothing', ''],
    ['what would end its address', `${png}"><script>`],
    ['more than a page should carry', png + 'A'.repeat((mostLogoBytes / 3) * 4 + 400)],
  ])('is not %s', (_what, text) => {
    expect(logoOf(text)).toBeNull();
  });
});

describe('a color', () => {
  it('is legible on white from a contrast of 4.5 on', () => {
    // #767676 is the lightest gray that WCAG lets stand on white.
    expect(['#000000', '#767676', '#777777', '#ffffff', '#ffd700'].map(isLegible)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('the page of a seller with a look of their own', () => {
  const brand = { accent: '#7a1f5c', logo: logoOf(png), terms: 'Net 30 days.\nNo refunds <b>at all</b>.' };
  const page = { sealedFile: null, internal: null };

  it('shows logo, color and terms, and loads nothing for them', () => {
    const text = quoteHtml(quoteOf(undefined, { head: { brand } }), page);
    expect(text).toContain(`src="data:image/png;base64,${png}"`);
    expect(text).toContain('--accent: #7a1f5c;');
    expect(text).toContain('No refunds &lt;b&gt;at all&lt;/b&gt;.');
    expect(text).toContain(
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; img-src data:",
    );
    expect(text).not.toMatch(/src="(?!data:image\/)/);
  });

  it('is sealed with the rest', () => {
    expect(quoteOf(undefined, { head: { brand } }).hash).not.toBe(quoteOf().hash);
  });

  it('allows no images where there are none', () => {
    expect(quoteHtml(quoteOf(), page)).not.toContain('img-src');
  });
});
