import { z } from 'zod';
import { comparisonSchema, fewestVariants } from './comparisonSchema.ts';

/** The JSON Schema of the comparison document, made from the schema that decodes it. */
export function comparisonJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(comparisonSchema, { io: 'input', unrepresentable: 'any', reused: 'inline' });
  const properties = schema.properties as Record<string, Record<string, unknown>>;
  properties['variants'] = { ...properties['variants'], minItems: fewestVariants };
  return { ...schema, properties, title: 'Drawdown comparison' } as Record<string, unknown>;
}
