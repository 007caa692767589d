import type { CatalogMeter, CatalogRate, Confidence, Runs } from './catalog.ts';

/** How an edition stands to the published card: its own, or carried over from the card of another date. */
export interface CardTerms {
  readonly confidence: Confidence;
  readonly source: string;
}

/** The published source of the only complete rate card. */
export const cardSource = 'Vendor rate card, spring to summer 2026';

/**
 * The meters of the rate card of spring to summer 2026. Video and machine time are in minutes, serverless time in seconds.
 * @rule R18
 */
export function rateCard({ confidence, source }: CardTerms): CatalogMeter[] {
  const rate = (per: string, more: Partial<CatalogRate> = {}): CatalogRate => ({
    credits: '1',
    per,
    ...more,
    confidence,
    source,
  });
  return [
    meter(['image-storage', 'Image storage', 'data', 'image-month', 'hosted'], rate('5000')),
    meter(['image-upload', 'Image upload', 'data', 'image', 'hosted'], rate('10000')),
    meter(['dataset-version', 'Dataset version generation', 'data', 'image', 'hosted'], rate('20000')),
    meter(['auto-label', 'Auto label', 'data', 'image', 'hosted'], rate('100')),
    meter(['training', 'Model training on GPU', 'training', 'minute', 'hosted'], rate('30')),
    meter(['serverless-v1', 'Hosted API v1 (legacy)', 'serverless', 'inference', 'hosted'], rate('1000')),
    meter(['serverless-v2', 'Hosted API v2', 'serverless', 'second', 'hosted'], rate('500', { minimum: '0.1' })),
    meter(
      ['serverless-v2-remote', 'Hosted API v2, remote time named', 'serverless', 'second', 'hosted'],
      rate('500', { plus: '0.1' }),
    ),
    meter(['video-cpu', 'Video stream, CPU', 'serverless', 'minute', 'hosted'], rate('600')),
    meter(['video-gpu-small', 'Video stream, GPU small', 'serverless', 'minute', 'hosted'], rate('80')),
    meter(['video-gpu-medium', 'Video stream, GPU medium', 'serverless', 'minute', 'hosted'], rate('60')),
    meter(['video-gpu-large', 'Video stream, GPU large', 'serverless', 'minute', 'hosted'], rate('30')),
    meter(['dedicated-cpu', 'Dedicated deployment, CPU', 'dedicated', 'minute', 'hosted'], rate('240')),
    meter(['dedicated-gpu', 'Dedicated deployment, GPU', 'dedicated', 'minute', 'hosted'], rate('60')),
    meter(['batch-cpu', 'Batch processing, CPU', 'batch', 'minute', 'hosted'], rate('60')),
    meter(['batch-gpu', 'Batch processing, GPU', 'batch', 'minute', 'hosted'], rate('15')),
    meter(['vision-events', 'Vision events', 'other', 'event', 'hosted'], rate('10000')),
    meter(['e-mail', 'E-mail notifications', 'other', 'e-mail', 'hosted'], rate('100')),
  ];
}

/** Self-hosted meters at the published rates of the edition that charged for them, or free. @rule R20 */
export function selfHosted({ confidence, source }: CardTerms, charged: boolean): CatalogMeter[] {
  const rate = (per: string): CatalogRate =>
    charged
      ? { credits: '1', per, confidence, source }
      : { credits: '0', per: '1', confidence, source: `${source}: free after the edition that charged for it` };
  return [
    meter(['self-hosted-images', 'Self-hosted images', 'self-hosted', 'image', 'self-hosted'], rate('3000')),
    meter(['self-hosted-video', 'Self-hosted video, per camera', 'self-hosted', 'minute', 'self-hosted'], rate('500')),
  ];
}

/** Meters of third-party models: no token rates are published, so both prices are the user's to set. @rule R19 */
export function thirdParty(): CatalogMeter[] {
  return [
    meter(['llm-input', 'Third-party model, input tokens', 'third-party', 'token', 'third-party'], null),
    meter(['llm-output', 'Third-party model, output tokens', 'third-party', 'token', 'third-party'], null),
  ];
}

/** One meter of a catalog. */
export function meter(
  [id, name, group, unit, runs]: readonly [string, string, string, string, Runs],
  rate: CatalogRate | null,
): CatalogMeter {
  return { id, name, group, unit, runs, rate };
}
