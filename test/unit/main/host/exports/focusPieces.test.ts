import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { focusPieces } from '../../../../../main/host/exports/focusPieces.ts';
import { billOf } from '../../../../support/billOf.ts';
import { plans, scenarioOf } from '../../../../support/growth.ts';
import { headOf, replayedLedger } from '../../../../support/replayed.ts';

const rate = { from: '2020-01-01', credits: 1, per: 1 };
const run = billOf(
  scenarioOf({
    horizon: { start: '2026-01-01', end: '2026-02-01' },
    plans: [{ ...plans[0], includedCredits: 100 }],
    meters: [
      { id: 'images', unit: 'image', runs: 'hosted', rates: [rate] },
      { id: '=train', unit: 'minute', runs: 'hosted', rates: [rate] },
    ],
    timeline: [
      { at: '2026-01-01', do: 'subscribe', plan: 'growth' },
      { at: '2026-01-02', do: 'buy-prepaid', credits: 10, unitPrice: 5, id: 'PO-1' },
    ],
    usage: {
      events: [
        { at: '2026-01-05', meter: 'images', quantity: 60 },
        { at: '2026-01-06', meter: '=train', quantity: '55.5' },
        { at: '2026-01-07', meter: 'images', quantity: 3 },
      ],
    },
  }),
);

async function rows() {
  const pieces = await focusPieces(replayedLedger(run), headOf(run));
  const all = parse(Buffer.concat(pieces), { columns: true }) as Record<string, string>[];
  return all.map((row) =>
    ['InvoiceId', 'ChargeCategory', 'SkuId', 'PricingQuantity', 'PricingUnit', 'BilledCost', 'EffectiveCost']
      .map((column) => row[column])
      .join('|'),
  );
}

describe('A ledger as FOCUS rows', () => {
  // 118.5 credits were asked for: 100 included, 10 prepaid, 8.5 Flex (5.5 by training, 3 by images), of which 8 are billed at 4.
  it('bills fee, purchase and Flex by meter, and shows what was paid for before as usage of its own', async () => {
    expect((await rows()).toSorted()).toEqual(
      [
        '1|Purchase|growth|1|Cycles|299.00|0.00',
        '2|Purchase|prepaid-credits|10|Credits|50.00|0.00',
        "3|Usage|'=train|5.176470588|Credits|20.71|20.71",
        '3|Usage|images|2.823529412|Credits|11.29|11.29',
        '|Usage|images|60|Credits|0.00|179.40',
        "|Usage|'=train|40|Credits|0.00|119.60",
        "|Usage|'=train|10|Credits|0.00|50.00",
      ].toSorted(),
    );
  });

  it('has every mandatory column of FOCUS 1.2, and the head of its ledger on each row', async () => {
    const [piece] = await focusPieces(replayedLedger(run), headOf(run));
    const all = parse(Buffer.from(piece!), { columns: true }) as Record<string, string>[];
    const mandatory =
      'BilledCost BillingAccountId BillingAccountName BillingCurrency BillingPeriodEnd BillingPeriodStart ChargeCategory ' +
      'ChargeClass ChargeDescription ChargePeriodEnd ChargePeriodStart ContractedCost EffectiveCost InvoiceIssuerName ' +
      'ListCost PricingQuantity PricingUnit ProviderName PublisherName ServiceCategory ServiceName';
    expect(Object.keys(all[0]!)).toEqual(expect.arrayContaining(mandatory.split(' ')));
    expect(new Set(all.map((row) => `${row['x_LedgerHead']} ${row['x_LedgerRows']}`))).toEqual(
      new Set([`${'a'.repeat(64)} ${run.entries.length + 3}`]),
    );
  });
});
