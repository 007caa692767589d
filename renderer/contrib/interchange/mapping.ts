import type { ImportPreview } from '../../../shared/rpc/views.ts';

/** How a file is read, as the host takes it. */
export type ImportMapping = ImportPreview['mapping'];
export type CsvMapping = Extract<ImportMapping, { format: 'csv' }>;
export type InferenceMapping = Extract<ImportMapping, { format: 'inference' }>;
export type ImportCounts = ImportPreview['counts'];
export type RefusedRow = ImportPreview['refused'][number];
export type UsageRow = ImportPreview['rows'][number];
