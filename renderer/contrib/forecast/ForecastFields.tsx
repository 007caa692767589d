import { Select } from '../../base/Select.tsx';
import { TextField } from '../../base/TextField.tsx';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { pathCounts, readChoice, type ForecastChoice } from './forecastChoice.ts';
import { forecastRuns } from './forecastRuns.ts';

interface ForecastFieldsProps {
  readonly path: string;
  readonly choice: ForecastChoice;
  readonly currency: string;
}

/** How the forecast is made: paths, seed, percentiles and a budget to hold. */
export function ForecastFields({ path, choice, currency }: ForecastFieldsProps) {
  const runs = forecastRuns(useWorkbench());
  const { faults } = readChoice(choice);
  const set = (change: Partial<ForecastChoice>) => runs.choose(path, change);
  return (
    <div className="forecast-fields">
      <TextField
        label="Budget"
        value={choice.budget}
        numeric
        suffix={currency}
        placeholder="none"
        error={faults.budget}
        onChange={(budget) => set({ budget })}
      />
      <TextField
        label="Percentiles"
        value={choice.percentiles}
        error={faults.percentiles}
        onChange={(percentiles) => set({ percentiles })}
      />
      <Select
        label="Paths"
        value={String(choice.paths)}
        options={pathCounts.map((count) => ({ value: String(count), title: count.toLocaleString('en') }))}
        onChange={(paths) => set({ paths: Number(paths) })}
      />
      <TextField
        label="Seed"
        value={choice.seed}
        numeric
        inputMode="numeric"
        error={faults.seed}
        onChange={(seed) => set({ seed })}
      />
    </div>
  );
}
