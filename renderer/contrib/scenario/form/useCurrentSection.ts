import { useState, type RefObject } from 'react';
import { bringIntoSight } from './bringIntoSight.ts';
import type { SectionId } from './sections.ts';

/** The section in sight, for the outline. */
export function useCurrentSection(scroller: RefObject<HTMLElement | null>) {
  const [current, setCurrent] = useState<SectionId>('general');
  const sectionsShown = () => [...(scroller.current?.querySelectorAll<HTMLElement>('[data-section]') ?? [])];
  return {
    current,
    onScroll() {
      const box = scroller.current;
      if (!box) return;
      const top = box.getBoundingClientRect().top + 40;
      const atEnd = box.scrollTop + box.clientHeight >= box.scrollHeight - 2;
      const passed = sectionsShown().filter((section) => section.getBoundingClientRect().top <= top);
      const section = atEnd ? sectionsShown().at(-1) : (passed.at(-1) ?? sectionsShown()[0]);
      if (section && box.scrollHeight > box.clientHeight) setCurrent(section.dataset['section'] as SectionId);
    },
    go(id: SectionId) {
      const section = sectionsShown().find((each) => each.dataset['section'] === id);
      if (section && scroller.current) bringIntoSight(scroller.current, section, 'top');
      section?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
      setCurrent(id);
    },
  };
}
