import { z } from 'zod';
import { isLegible, isLogo, mostLogoBytes } from '../../base/brand.ts';

/** How the customer's page of a quote looks, and the terms of its seller. */
export const brandSchema = z.strictObject({
  accent: z
    .string()
    .refine(isLegible)
    .nullable()
    .describe('Color of lines and of the seller’s name, as #rrggbb, legible on white; null: that of the page.'),
  logo: z
    .string()
    .refine(isLogo)
    .nullable()
    .describe(`A PNG or JPEG of at most ${mostLogoBytes} bytes as a data address; null: none.`),
  terms: z.string().max(8000).describe('Terms and conditions, as the seller wrote them.'),
});
