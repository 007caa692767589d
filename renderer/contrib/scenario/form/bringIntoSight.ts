/** Scrolls a box, and nothing around it, until the element stands in it: at its top, or wherever it is nearest. */
export function bringIntoSight(box: HTMLElement, element: HTMLElement, where: 'top' | 'nearest'): void {
  const [outer, inner] = [box.getBoundingClientRect(), element.getBoundingClientRect()];
  const above = inner.top - outer.top;
  const below = inner.bottom - outer.bottom;
  // Section titles stick to the top of the form.
  const title = 50;
  if (where === 'top') box.scrollBy({ top: above });
  else if (above < title) box.scrollBy({ top: above - title });
  else if (below > -20) box.scrollBy({ top: below + 60 });
}
