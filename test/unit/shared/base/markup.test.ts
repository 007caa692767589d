import { describe, expect, it } from 'vitest';
import { cssString, escapeHtml, html } from '../../../../shared/base/markup.ts';

describe('markup', () => {
  it('escapes every text that is filled in, and no markup twice', () => {
    const name = `<b title="x">Tom & 'Ann'</b>`;
    const cell = html`<td title="${name}">${name}</td>`;
    const escaped = '&lt;b title=&quot;x&quot;&gt;Tom &amp; &#39;Ann&#39;&lt;/b&gt;';
    const row = html`<tr>
      ${[cell, 7, null]}
    </tr>`;
    expect(row.text.replace(/\s*(<|$)/g, '$1')).toBe(`<tr><td title="${escaped}">${escaped}</td>7</tr>`);
  });

  it('does not take an object of foreign data for markup', () => {
    const foreign = { text: '<script>' } as never;
    expect(() => html`<p>${foreign}</p>`).toThrow('map');
  });

  it('shows what would hide text or turn it around', () => {
    expect(escapeHtml('a\u202eb\u0000c\n\ud800')).toBe('a\\u202eb\\u0000c\\u000a\\ud800');
    expect(escapeHtml('Müller 😀')).toBe('Müller 😀');
  });

  it('lets no text out of a CSS string', () => {
    expect(cssString('a"; } body { x: y </style>\\')).toBe('"a\\22 ; \\7d  body \\7b  x: y \\3c /style\\3e \\5c "');
    expect(cssString('€')).toBe('"\\20ac "');
  });
});
