import type { z } from 'zod';

/** A key with its description. */
export function key<S extends z.ZodType>(schema: S, description: string): S {
  return schema.meta({ ...schema.meta(), description });
}

/** A key that may be left out; `value` then stands, and both the decoder and the JSON Schema say so. */
export function defaulted<S extends z.ZodType>(schema: S, value: z.input<S>, description: string) {
  return schema.prefault(value as never).meta({ description });
}
