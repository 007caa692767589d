import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Colour = readonly [number, number, number];

const css = readFileSync(new URL('../../../../../renderer/base/theme/tokens.css', import.meta.url), 'utf8');

/** The colours of a theme, as its block declares them. */
function coloursOf(theme: string): ReadonlyMap<string, Colour> {
  const block = css.slice(css.indexOf(`[data-theme='${theme}']`)).split('}')[0] ?? '';
  const found = [...block.matchAll(/--([\w-]+): #([0-9a-f]{6});/g)];
  return new Map(found.map(([, name = '', hex = '']) => [name, rgb(hex)]));
}

function rgb(hex: string): Colour {
  return [0, 2, 4].map((at) => linear(parseInt(hex.slice(at, at + 2), 16) / 255)) as unknown as Colour;
}

function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/** WCAG 2.2: relative luminance and contrast ratio. */
function contrast(left: Colour, right: Colour): number {
  const [dark, light] = [left, right]
    .map(([r, g, b]) => 0.2126 * r + 0.7152 * g + 0.0722 * b)
    .sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Machado, Oliveira and Fernandes (2009), full deficiency, on linear RGB. */
const eyes: Readonly<Record<string, readonly Colour[]>> = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function seen(colour: Colour, eye: readonly Colour[]): Colour {
  return eye.map((row) =>
    Math.max(
      0,
      Math.min(
        1,
        row.reduce((sum, part, at) => sum + part * colour[at]!, 0),
      ),
    ),
  ) as unknown as Colour;
}

/** CIE 1976 colour difference. */
function difference(left: Colour, right: Colour): number {
  const [a, b] = [lab(left), lab(right)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

function lab([r, g, b]: Colour): Colour {
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : (t * (24389 / 27) + 16) / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const themes = ['dark', 'light', 'hc-dark', 'hc-light'];
const grounds = ['editor-bg', 'side-bg', 'title-bg', 'panel-bg', 'status-bg', 'raised-bg', 'widget-bg', 'hover-bg'];
const texts = ['fg', 'fg-strong', 'fg-muted', 'fg-link', 'error', 'warning', 'info', 'good'];
const onOwnGround = ['error', 'warning', 'info', 'good'].map((name) => [name, `${name}-bg`] as const);
const pairs = [
  ...onOwnGround,
  ['selected-fg', 'selected-bg'],
  ['selected-muted', 'selected-bg'],
  ['accent-fg', 'accent'],
  ['input-fg', 'input-bg'],
  ['placeholder', 'input-bg'],
  ['fg', 'press-bg'],
  ['fg', 'table-stripe'],
  ['fg', 'button-hover'],
] as const;
const series = ['included', 'prepaid', 'flex', 'blocked', 'total', 'cumulative'].map((name) => `chart-${name}`);

describe.each(themes)('the colours of the theme %s', (theme) => {
  const colours = coloursOf(theme);
  const of = (name: string): Colour => {
    const colour = colours.get(name);
    if (!colour) throw new Error(`the theme has no colour ${name}`);
    return colour;
  };
  const high = theme.startsWith('hc');

  it('are all declared', () => {
    const clear = ['scroll', 'scroll-hover'];
    const names = (from: ReadonlyMap<string, Colour>) =>
      [...from.keys()].filter((name) => !clear.includes(name)).sort();
    expect(names(colours)).toEqual(names(coloursOf('dark')));
  });

  it(`of text reach ${high ? 7 : 4.5}:1 wherever they are used`, () => {
    const used = [...texts.flatMap((text) => grounds.map((ground) => [text, ground] as const)), ...pairs];
    const weak = used.filter(([text, ground]) => contrast(of(text), of(ground)) < (high ? 7 : 4.5));
    expect(weak).toEqual([]);
  });

  it('of charts and of the focus reach 3:1, in high contrast 4.5:1', () => {
    const drawn = [...series, 'chart-axis', 'chart-mark'];
    const used = [
      ...[...drawn, 'focus', 'accent-mark', 'input-border'].map((mark) => [mark, 'editor-bg'] as const),
      // Charts stand on raised ground.
      ...drawn.map((mark) => [mark, 'raised-bg'] as const),
    ];
    const weak = used.filter(([mark, ground]) => contrast(of(mark), of(ground)) < (high ? 4.5 : 3));
    expect(weak).toEqual([]);
  });

  it.each(Object.keys(eyes))('of charts are told apart by %s sight', (eye) => {
    const near = series.flatMap((left, at) =>
      series.slice(at + 1).flatMap((right) => {
        const apart = difference(seen(of(left), eyes[eye]!), seen(of(right), eyes[eye]!));
        return apart < 10 ? [`${left} and ${right}: ${apart.toFixed(1)}`] : [];
      }),
    );
    expect(near).toEqual([]);
  });
});
