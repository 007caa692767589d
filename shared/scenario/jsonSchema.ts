import { z } from 'zod';
import { scenarioSchema } from './schema.ts';

/** The JSON Schema of the scenario document, made from the schema that decodes it; for completion and hover in an editor. */
export function scenarioJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(scenarioSchema, { io: 'input', unrepresentable: 'any', reused: 'inline' });
  return { ...schema, title: 'Drawdown scenario' };
}
