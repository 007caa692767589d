import type { InferenceMapping } from '../mapping.ts';

/** The mapping that suits most servers: frames counted as images, on meters apart for hosted and self-hosted. */
export function guessInferenceMapping(): InferenceMapping {
  return {
    format: 'inference',
    hostedMeter: 'serverless-v1',
    selfHostedMeter: 'self-hosted-images',
    quantity: 'processed_frames',
  };
}
