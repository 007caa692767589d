import type { z } from 'zod';

/** A method between renderer and host: what it takes, checked at run time, and what it gives, by type. */
export interface Method<Params extends z.ZodType, Returns> {
  readonly params: Params;
  /** Never set: carries the type of the result. */
  readonly returns?: Returns;
}

/** Declares a method: `method<Returns>()(params)`. */
export function method<Returns>() {
  return <Params extends z.ZodType>(params: Params): Method<Params, Returns> => ({ params });
}
