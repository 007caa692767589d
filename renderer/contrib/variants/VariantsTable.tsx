import type { ReactNode } from 'react';
import type { VariantsView, VariantView } from '../../../shared/rpc/variantViews.ts';
import { classes } from '../../base/classes.ts';
import { formatCredits, formatMoney } from '../../base/format.ts';
import { Icon } from '../../base/Icon.tsx';
import { percentName, shareText } from '../../charts/chartData.ts';
import { variantMark } from '../../charts/variantMarks.ts';

interface Row {
  readonly title: string;
  readonly cells: readonly ReactNode[];
  readonly differs?: boolean;
  /** Indexes of the cheapest. */
  readonly best?: readonly number[];
  readonly figure?: boolean;
}

/** The variants in columns: inputs with their differences marked, then what they come to with the cheapest marked. */
export function VariantsTable({ comparison }: { readonly comparison: VariantsView }) {
  const { variants, inputs } = comparison;
  const terms: Row[] = inputs.map(({ input, values, differs }) => ({ title: input, cells: values, differs }));
  return (
    <div className="table-scroll" tabIndex={0} role="group" aria-label="Side by side, scrolls sideways">
      <table className="figures-table variants-table">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">What</span>
            </th>
            {variants.map(({ name }, index) => (
              <th key={name} scope="col" className="cell-figure">
                <span className={`chart-swatch chart-swatch-box chart-swatch-${variantMark(index).id}`} aria-hidden />{' '}
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <Group title="Terms" rows={terms} columns={variants.length} />
        <Group title="Total" rows={totals(comparison)} columns={variants.length} />
        <Group title={`Against ${variants[0]!.name}`} rows={against(comparison)} columns={variants.length} />
        <Group title="Odds" rows={odds(comparison)} columns={variants.length} />
      </table>
    </div>
  );
}

function Group({
  title,
  rows,
  columns,
}: {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly columns: number;
}) {
  return (
    <tbody>
      <tr className="variants-group">
        <th scope="rowgroup" colSpan={columns + 1}>
          {title}
        </th>
      </tr>
      {rows.map((row) => (
        <tr key={row.title} className={classes(row.differs && 'variants-differs')}>
          <th scope="row">
            {row.title}
            {row.differs && <span className="variants-mark"> differs</span>}
          </th>
          {row.cells.map((cell, index) => (
            <td key={index} className={classes('cell-figure', row.best?.includes(index) && 'variants-best')}>
              {row.best?.includes(index) && (
                <>
                  <Icon name="pass-filled" /> <span className="visually-hidden">cheapest: </span>
                </>
              )}
              {cell}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

function totals({ variants, percentiles, cheapest, currency }: VariantsView): Row[] {
  const of = (read: (variant: VariantView) => string) => variants.map((each) => formatMoney(read(each), currency));
  return [
    { title: 'On expected usage', cells: of(({ expected }) => expected), best: cheapest.expected },
    { title: 'Mean', cells: of(({ total }) => total.mean), best: cheapest.mean },
    ...percentiles.map((percent, point) => ({
      title: percentName(percent),
      cells: of(({ total }) => total.points[point]!.amount),
      best: cheapest.points[point]!.variants,
    })),
  ];
}

function against({ variants, percentiles, currency }: VariantsView): Row[] {
  const money = (text: string | undefined) => (text === undefined ? '–' : signed(text, currency));
  const shares = (read: (difference: NonNullable<VariantView['against']>) => number) =>
    variants.map(({ against: difference }) => (difference ? shareText(read(difference)) : '–'));
  return [
    { title: 'Mean difference', cells: variants.map(({ against: difference }) => money(difference?.mean)) },
    ...percentiles.map((percent, point) => ({
      title: `${percentName(percent)} of the difference`,
      cells: variants.map(({ against: difference }) => money(difference?.points[point]!.amount)),
    })),
    { title: 'Chance that it is cheaper', cells: shares(({ cheaperChance }) => cheaperChance) },
    { title: 'Chance of the same bill', cells: shares(({ sameChance }) => sameChance) },
  ];
}

function odds({ variants }: VariantsView): Row[] {
  return [
    { title: 'No other is cheaper', cells: variants.map(({ cheapestChance }) => shareText(cheapestChance)) },
    { title: 'Chance of Flex', cells: variants.map(({ flexChance }) => shareText(flexChance)) },
    { title: 'Flex credits, on average', cells: variants.map(({ flexMean }) => formatCredits(flexMean, 2)) },
    { title: 'Chance of blocked work', cells: variants.map(({ blockedChance }) => shareText(blockedChance)) },
    { title: 'Blocked credits, on average', cells: variants.map(({ blockedMean }) => formatCredits(blockedMean, 2)) },
  ];
}

/** A difference with its sign, for less is the question. */
function signed(text: string, currency: string): string {
  if (Number(text) === 0) return formatMoney(text, currency);
  return text.startsWith('-') ? `−${formatMoney(text.slice(1), currency)}` : `+${formatMoney(text, currency)}`;
}
