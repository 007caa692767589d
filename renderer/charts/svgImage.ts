/** What an exported picture says beside what it draws. */
export interface PictureWords {
  readonly title: string;
  readonly legend: readonly {
    readonly title: string;
    readonly color: string;
    readonly opacity: string;
    readonly shape: 'box' | 'line';
  }[];
}

/** A picture by itself: no style sheet, no script, nothing to be fetched. */
export interface SvgImage {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

const taken = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'visibility',
] as const;

const marginPx = 12;
const titlePx = 22;
const legendPx = 20;
const space = 'http://www.w3.org/2000/svg';

/** The chart in an element with its computed colours and fonts written out, under its title and legend. Null: none is drawn. */
export function svgImage(plot: Element, words: PictureWords): SvgImage | null {
  const live = plot.querySelector<SVGSVGElement>('svg.recharts-surface');
  if (!live) return null;
  const box = live.getBoundingClientRect();
  const zoom = live.currentCSSZoom ?? 1;
  const drawn = { width: Math.round(box.width / zoom), height: Math.round(box.height / zoom) };
  const top = marginPx + titlePx + (words.legend.length > 0 ? legendPx : 0);
  const width = drawn.width + 2 * marginPx;
  const height = drawn.height + top + marginPx;
  const style = getComputedStyle(plot);
  const svg = element('svg', { xmlns: space, width, height, viewBox: `0 0 ${width} ${height}` });
  svg.append(element('rect', { width, height, fill: groundOf(plot) }));
  svg.append(...heading(words, style));
  const body = element('g', { transform: `translate(${marginPx} ${top})` });
  body.append(...plainChildren(live));
  svg.append(body);
  return { text: new XMLSerializer().serializeToString(svg), width, height };
}

function heading({ title, legend }: PictureWords, style: CSSStyleDeclaration): Element[] {
  const font = { 'font-family': style.fontFamily, fill: style.color };
  const made: Element[] = [
    text(title, { ...font, 'font-size': 13, 'font-weight': 600, x: marginPx, y: marginPx + 12 }),
  ];
  let x = marginPx;
  const y = marginPx + titlePx + 10;
  for (const { title: name, color, opacity, shape } of legend) {
    const size = shape === 'line' ? { y: y - 5, width: 14, height: 3 } : { y: y - 9, width: 10, height: 10 };
    made.push(element('rect', { x, ...size, fill: color, opacity }));
    made.push(text(name, { ...font, 'font-size': 11, x: x + 18, y }));
    x += 18 + name.length * 6.2 + 14;
  }
  return made;
}

/** Copies of the children, without anything that means something only in the page. */
function plainChildren(live: Element): Element[] {
  return [...live.children].flatMap((child) => {
    if (child.matches('title, desc, .recharts-tooltip-cursor, .chart-walked, .recharts-active-dot')) return [];
    const copy = element(child.localName, {});
    for (const { name, value } of child.attributes) {
      if (!/^(class|style|role|tabindex|data-|aria-|on)/i.test(name)) copy.setAttribute(name, value);
    }
    writeStyle(child, copy);
    const inner = plainChildren(child);
    if (inner.length > 0) copy.append(...inner);
    else if (child.localName === 'text' || child.localName === 'tspan') copy.textContent = child.textContent;
    return [copy];
  });
}

function writeStyle(from: Element, to: Element): void {
  if (from.localName === 'clipPath' || from.localName === 'defs') return;
  const style = getComputedStyle(from);
  for (const name of taken) {
    const value = style.getPropertyValue(name);
    // A pattern of the picture itself keeps its short name: computed, it would hold the page's address.
    if (value.startsWith('url('))
      to.setAttribute(name, from.getAttribute(name) ?? value.replace(/^url\("[^#]*/, 'url("'));
    else if (value !== '') to.setAttribute(name, value);
  }
}

/** The first background behind the chart that is not clear. */
function groundOf(plot: Element): string {
  for (let at: Element | null = plot; at; at = at.parentElement) {
    const color = getComputedStyle(at).backgroundColor;
    if (color !== '' && color !== 'transparent' && !color.endsWith(', 0)')) return color;
  }
  return '#ffffff';
}

function element(name: string, attributes: Readonly<Record<string, string | number>>): Element {
  const made = document.createElementNS(space, name);
  for (const [key, value] of Object.entries(attributes)) if (key !== 'xmlns') made.setAttribute(key, String(value));
  return made;
}

function text(content: string, attributes: Readonly<Record<string, string | number>>): Element {
  const made = element('text', attributes);
  made.textContent = content;
  return made;
}
