import type { CatalogNote } from './catalog.ts';

const vendor = "Vendor's published documentation";

/** What is known of every edition and not computed. */
export const commonNotes: readonly CatalogNote[] = [
  {
    id: 'threshold-invoices',
    kind: 'not-modelled',
    text: 'Older documents name invoices outside the monthly cycle once a certain amount of Flex is outstanding; the amounts are not published, so none are issued here.',
    confidence: '?',
    source: 'Older vendor documents',
  },
  {
    id: 'third-party-rates',
    kind: 'unpublished',
    text: 'No token rates of third-party models are published: a rate is the provider’s price divided by the price of a credit, and both are yours to set.',
    confidence: 'A',
    source: vendor,
  },
  {
    id: 'flex-cap-default',
    kind: 'vendor',
    text: 'Enabling Flex sets a cap of $100 a month ($1,200 a year on annual plans) that can be removed. Here there is no cap unless the scenario sets one.',
    confidence: 'A',
    source: vendor,
  },
];

/** The monthly ceiling of self-hosted video, for the edition that charged for it. */
export const videoCeiling: CatalogNote = {
  id: 'self-hosted-video-ceiling',
  kind: 'not-modelled',
  text: 'Self-hosted video was capped at 20 credits a month per camera; that ceiling is not computed.',
  confidence: 'A',
  source: vendor,
};

/** Auto labelling at other rates than the card's. */
export const autoLabelRates: CatalogNote = {
  id: 'auto-label-rates',
  kind: 'vendor',
  text: 'A page of 30 March 2026 gives auto labelling as 1,000 images a credit in batch and 100 interactively; the card’s 100 is used.',
  confidence: 'B',
  source: 'Third party quoting a vendor page of 2026-03-30',
};
