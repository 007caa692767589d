import { memo } from 'react';
import type { VariantsView } from '../../../shared/rpc/variantViews.ts';
import { ChartFrame, type LegendItem } from '../../charts/ChartFrame.tsx';
import { ChartTable } from '../../charts/ChartTable.tsx';
import type { ChartData } from '../../charts/chartData.ts';
import { variantMark } from '../../charts/variantMarks.ts';
import { VariantRanges } from '../../charts/VariantRanges.tsx';
import { rangesData } from '../../charts/variantSeries.ts';

/** Totals with their bands, and how likely each variant undercuts each other. */
export const VariantCharts = memo(function VariantCharts({ comparison }: { readonly comparison: VariantsView }) {
  const { variants, currency } = comparison;
  return (
    <div className="variants-charts">
      <ChartFrame
        title="Totals of the variants"
        summary="The total of each variant from P10 to P90 with the median marked."
        legend={[]}
        data={rangesData(variants, currency)}
        chart={<VariantRanges variants={variants} currency={currency} />}
        note="From P10 to P90, the median marked. Bands that overlap may still differ on every path: see the chances."
      />
      <ChartFrame
        title="Chance that one is cheaper than another"
        summary="Share of the paths on which the variant of the row is cheaper than that of the column."
        legend={[]}
        data={chancesData(comparison)}
        chart={
          <div className="table-scroll" tabIndex={0} role="group" aria-label="Chances, scrolls sideways">
            <ChartTable data={chancesData(comparison)} />
          </div>
        }
        note="Row cheaper than column, on the same paths."
      />
    </div>
  );
});

function chancesData({ variants, cheaper, currency }: VariantsView): ChartData {
  return {
    currency,
    columns: [
      { title: 'Cheaper than', kind: 'text' },
      ...variants.map(({ name }) => ({ title: name, kind: 'share' as const })),
    ],
    rows: variants.map(({ name }, row) => [
      name,
      ...variants.map((_, column) => (row === column ? '' : String(cheaper[row]![column]!))),
    ]),
  };
}

/** The variants as a legend of lines. */
export function variantLegend(names: readonly string[]): LegendItem[] {
  return names.map((title, index) => ({ id: variantMark(index).id, title, shape: 'line' }));
}
