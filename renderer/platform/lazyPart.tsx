import { useEffect, useState } from 'react';
import type { ComponentType, ReactNode } from 'react';

/** A part of the page whose code is loaded when it is first drawn, or before. */
export interface LazyPart<Props extends object> {
  readonly Part: ComponentType<Props>;
  /** Loads the code for a part that will be wanted in a moment. */
  preload(): void;
}

interface Loaded<Props> {
  readonly component: ComponentType<Props>;
}

/**
 * A part that is loaded once. While it is not there, `placeholder` is drawn; a failure is the boundary's around it, and drawing
 * the part again tries again. React's own `lazy` would hold back what has come for 300 ms after any placeholder.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  placeholder: ReactNode = null,
): LazyPart<Props> {
  let known: Loaded<Props> | null = null;
  const bring = async () => (known ??= { component: await load() });
  function Part(props: Props) {
    const [loaded, setLoaded] = useState(known);
    const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null);
    useEffect(() => {
      if (!loaded) void bring().then(setLoaded, (error: unknown) => setFailure({ error }));
    }, [loaded]);
    if (failure) throw failure.error;
    if (!loaded) return placeholder;
    return <loaded.component {...props} />;
  }
  return { Part, preload: () => void bring().catch(() => undefined) };
}
