import { z } from 'zod';
import { quoteSchema } from './quoteSchema.ts';

/** The JSON Schema of a sealed quote, made from the schema that reads it. */
export function quoteJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(quoteSchema, { io: 'input', unrepresentable: 'any', reused: 'inline' });
  return { ...schema, title: 'Drawdown quote' };
}
