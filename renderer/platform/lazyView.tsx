import type { ComponentType } from 'react';
import { Spinner } from '../base/Spinner.tsx';
import { lazyPart } from './lazyPart.tsx';

/** A view that is loaded when it is first shown: `lazyView(() => import('./A.tsx').then((module) => module.A))`. */
export function lazyView(load: () => Promise<ComponentType>): ComponentType {
  return lazyPart(load, <Spinner label="Opening" />).Part;
}
