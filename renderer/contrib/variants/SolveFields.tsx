import type { VariantsView } from '../../../shared/rpc/variantViews.ts';
import { Select } from '../../base/Select.tsx';
import { TextField } from '../../base/TextField.tsx';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { isAmount, ranges, readRange, solveRuns, type SolveChoice } from './solveRuns.ts';

interface SolveFieldsProps {
  readonly path: string;
  readonly choice: SolveChoice;
  readonly comparison: VariantsView;
}

const unknowns = [
  { value: 'usage', title: 'Usage, as a multiple' },
  { value: 'growth', title: 'Further growth a month' },
  { value: 'flexPrice', title: 'Price of a Flex credit' },
  { value: 'prepaidPrice', title: 'Price of a prepaid credit' },
] as const;

/** What is to be solved for, of whom, and in which range. */
export function SolveFields({ path, choice, comparison }: SolveFieldsProps) {
  const runs = solveRuns(useWorkbench());
  const { variants, currency } = comparison;
  const set = (change: Partial<SolveChoice>) => runs.choose(path, change);
  const isPrice = choice.unknown === 'flexPrice' || choice.unknown === 'prepaidPrice';
  const named = variants.map(({ name }, index) => ({ value: String(index), title: name }));
  const pairs = variants.flatMap(({ name }, first) =>
    variants
      .slice(first + 1)
      .map((other, next) => ({ value: `${first},${first + 1 + next}`, title: `${name} and ${other.name}` })),
  );
  const rangeFault = readRange(choice) === null ? 'From a lesser to a greater value.' : null;
  const suffix = choice.unknown === 'usage' ? '×' : choice.unknown === 'growth' ? '%' : currency;
  return (
    <div className="variants-ask">
      <Select
        label="Solve for"
        value={choice.unknown}
        options={unknowns}
        onChange={(unknown) => set({ unknown, ...ranges[unknown], pair: null })}
      />
      {(isPrice || choice.goal === 'target') && (
        <Select
          label={isPrice ? 'Of' : 'Variant'}
          value={String(Math.min(choice.variant, variants.length - 1))}
          options={named}
          onChange={(variant) => set({ variant: Number(variant), pair: null })}
        />
      )}
      <Select
        label="So that"
        value={choice.goal}
        options={[
          { value: 'meet', title: 'two variants cost the same' },
          { value: 'target', title: 'the bill comes to' },
        ]}
        onChange={(goal) => set({ goal })}
      />
      {choice.goal === 'meet' && !isPrice && (
        <Select
          label="Which"
          value={choice.pair?.join(',') ?? ''}
          options={[{ value: '', title: 'all pairs' }, ...pairs]}
          onChange={(pair) => {
            const [first, second] = pair.split(',').map(Number);
            set({ pair: pair === '' ? null : [first!, second!] });
          }}
        />
      )}
      {choice.goal === 'target' && (
        <TextField
          label="Amount"
          value={choice.amount}
          numeric
          suffix={currency}
          error={isAmount(choice.amount) ? null : 'An amount of money such as 5000.'}
          onChange={(amount) => set({ amount })}
        />
      )}
      <TextField
        label="From"
        value={choice.from}
        numeric
        suffix={suffix}
        error={rangeFault}
        onChange={(from) => set({ from })}
      />
      <TextField label="To" value={choice.until} numeric suffix={suffix} onChange={(until) => set({ until })} />
      <Select
        label="By"
        value={choice.measure}
        options={[
          { value: 'mean', title: 'mean over the paths' },
          { value: 'expected', title: 'bill on expected usage' },
        ]}
        onChange={(measure) => set({ measure })}
      />
    </div>
  );
}
