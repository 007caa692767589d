type Scrolls = Readonly<Record<string, readonly [left: number, top: number]>>;

interface Kept {
  /** As it was read, of whatever form. */
  readonly before: unknown;
  /** Whether the editor was told to show another place. */
  isSent(): boolean;
  keep(scrolls: Scrolls): void;
}

const restMs = 250;
/** How long what is scrolled may take to come. */
const patienceMs = 30_000;
/** These have places of their own. */
const others = '.monaco-editor, .grid-scroll, input, textarea';

/** Keeps how far the parts of an editor are scrolled, and scrolls them there again as they come. What the user does ends that. */
export function keepScroll(body: HTMLElement, { before, isSent, keep }: Kept): () => void {
  const pending = new Map(Object.entries(scrollsOf(before)));
  let now: Scrolls = Object.fromEntries(pending);
  let rest: ReturnType<typeof setTimeout> | null = null;
  const tell = (): void => {
    if (rest === null) return;
    clearTimeout(rest);
    rest = null;
    keep(now);
  };
  const onScroll = ({ target }: Event): void => {
    if (!(target instanceof HTMLElement) || target.className === '' || target.closest(others)) return;
    const name = nameIn(body, target);
    if (pending.has(name)) return;
    now = { ...now, [name]: [target.scrollLeft, target.scrollTop] };
    if (rest !== null) clearTimeout(rest);
    rest = setTimeout(tell, restMs);
  };
  const stopRestoring = restoring(body, pending, isSent);
  body.addEventListener('scroll', onScroll, { capture: true, passive: true });
  return () => {
    // An editor that goes behind another has no heights any more, but what was noted.
    tell();
    stopRestoring();
    body.removeEventListener('scroll', onScroll, { capture: true });
  };
}

/** Scrolls what is pending as soon as it is there and long enough. */
function restoring(body: HTMLElement, pending: Map<string, readonly [number, number]>, isSent: () => boolean) {
  let frame = 0;
  const acts = ['wheel', 'pointerdown', 'keydown'] as const;
  const stop = (): void => {
    pending.clear();
    cancelAnimationFrame(frame);
    clearTimeout(patience);
    observer.disconnect();
    for (const act of acts) body.removeEventListener(act, stop, true);
  };
  const restore = (): void => {
    frame = 0;
    if (isSent()) return stop();
    for (const [name, [left, top]] of pending) {
      const element = elementIn(body, name);
      if (!element || element.scrollHeight - element.clientHeight < top - 1) continue;
      if (element.scrollWidth - element.clientWidth < left - 1) continue;
      element.scrollTo({ left, top, behavior: 'instant' });
      pending.delete(name);
    }
    if (pending.size === 0) stop();
  };
  const observer = new MutationObserver(() => (frame ||= requestAnimationFrame(restore)));
  const patience = setTimeout(stop, patienceMs);
  if (pending.size === 0) stop();
  else {
    for (const act of acts) body.addEventListener(act, stop, { capture: true, passive: true });
    observer.observe(body, { childList: true, subtree: true, attributes: true });
    restore();
  }
  return stop;
}

/** An element by its class and its place among those that have it. */
function nameIn(body: HTMLElement, element: HTMLElement): string {
  const name = element.classList[0]!;
  return `${name} ${[...body.getElementsByClassName(name)].indexOf(element)}`;
}

function elementIn(body: HTMLElement, named: string): Element | undefined {
  const [name, place] = named.split(' ');
  return body.getElementsByClassName(name!)[Number(place)];
}

/** What was kept, as far as it has the form; what stands at its beginning needs nothing. */
function scrollsOf(value: unknown): Scrolls {
  if (typeof value !== 'object' || value === null) return {};
  const isScroll = (scroll: unknown): scroll is readonly [number, number] =>
    Array.isArray(scroll) && scroll.length === 2 && scroll.every((px) => Number.isFinite(px) && px >= 0);
  const entries = Object.entries(value).filter(([, scroll]) => isScroll(scroll) && (scroll[0] > 0 || scroll[1] > 0));
  return Object.fromEntries(entries) as Scrolls;
}
