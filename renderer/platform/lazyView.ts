import { lazy } from 'react';
import type { ComponentType } from 'react';

/** A view that is loaded when it is first shown: `lazyView(() => import('./A.tsx').then((module) => module.A))`. */
export function lazyView(load: () => Promise<ComponentType>): ComponentType {
  return lazy(async () => ({ default: await load() }));
}
