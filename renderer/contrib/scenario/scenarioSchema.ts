import { scenarioJsonSchema } from '../../../shared/scenario/jsonSchema.ts';

/** The JSON Schema of the scenario format: what the form explains its fields by, and the text editor completes by. */
export const scenarioSchema = scenarioJsonSchema();
