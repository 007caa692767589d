/** A rectangle of the desktop, in its pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a window was, and how large when it is not maximized. */
export interface WindowPlace extends Box {
  readonly maximized: boolean;
}

/** Where a window opens; without a corner, in the middle of the first display. */
export type OpenPlace = Pick<WindowPlace, 'width' | 'height' | 'maximized'> & Partial<Pick<Box, 'x' | 'y'>>;

const first = { width: 1440, height: 900 };
const least = { width: 640, height: 400 };
/** As much of a window must be seen for it to be taken hold of and moved. */
const grip = { width: 120, height: 40 };

/** Where a window opens that was at a place, on the displays that there are now. It lies on one of them, whole where it fits. */
export function openPlace(kept: WindowPlace | null, areas: readonly Box[]): OpenPlace {
  const size = { width: kept?.width ?? first.width, height: kept?.height ?? first.height };
  const home = kept && displayOf(kept, areas);
  const area = home ?? areas[0];
  if (!area) return { ...size, maximized: kept?.maximized ?? false };
  const width = Math.max(least.width, Math.min(size.width, area.width));
  const height = Math.max(least.height, Math.min(size.height, area.height));
  const fitted = { width, height, maximized: kept?.maximized ?? false };
  if (!kept || !home) return fitted;
  return {
    ...fitted,
    x: within(kept.x, home.x, home.x + home.width - width),
    y: within(kept.y, home.y, home.y + home.height - height),
  };
}

/** The display that shows most of a window; null where it could not be taken hold of on any. */
function displayOf(place: Box, areas: readonly Box[]): Box | null {
  const seen = areas
    .map((area) => ({ area, ...overlap(place, area) }))
    .filter(({ width, height }) => width >= grip.width && height >= grip.height)
    .toSorted((a, b) => b.width * b.height - a.width * a.height);
  return seen[0]?.area ?? null;
}

function overlap(a: Box, b: Box): Pick<Box, 'width' | 'height'> {
  return {
    width: Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)),
    height: Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)),
  };
}

function within(value: number, from: number, until: number): number {
  return Math.max(from, Math.min(value, until));
}

/** What was kept; what cannot be read counts as nothing. */
export function readPlace(text: string | null): WindowPlace | null {
  try {
    const kept = JSON.parse(text ?? 'null') as Partial<WindowPlace> | null;
    if (typeof kept !== 'object' || kept === null) return null;
    const { x, y, width, height, maximized } = kept;
    if (![x, y, width, height].every((each) => Number.isSafeInteger(each)) || width! <= 0 || height! <= 0) return null;
    return { x: x!, y: y!, width: width!, height: height!, maximized: maximized === true };
  } catch {
    return null;
  }
}
