import { scopesOf } from './findActs.ts';

const stops = 'input, select, textarea, button, [tabindex="0"]';

/** Remembers where the focus is: call the result to bring it beside that, where what had it is gone. */
export function keepFocus(): () => void {
  const focus = document.activeElement;
  const near = around(focus, scopesOf(focus).at(-1) ?? null);
  return () => {
    const at = document.activeElement;
    if (at !== null && at !== document.body) return;
    for (const each of near) {
      const stop = each.isConnected ? usableStop(each) : undefined;
      if (stop) return stop.focus();
    }
  };
}

/** What is beside an element and what is beside the elements around it, the nearest first. */
function around(element: Element | null, outermost: Element | null): readonly Element[] {
  if (element === null || outermost === null) return [];
  if (element === outermost) return [element];
  const { nextElementSibling, previousElementSibling } = element;
  const beside = [nextElementSibling, previousElementSibling].filter((each) => each !== null);
  return [...beside, ...around(element.parentElement, outermost)];
}

function usableStop(within: Element): HTMLElement | SVGElement | undefined {
  const all = [within, ...within.querySelectorAll(stops)].filter(
    (each) => (each instanceof HTMLElement || each instanceof SVGElement) && each.matches(stops),
  ) as (HTMLElement | SVGElement)[];
  return all.find((each) => !each.matches(':disabled') && each.getClientRects().length > 0);
}
