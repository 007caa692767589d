import { Select } from '../../base/Select.tsx';
import { TextField } from '../../base/TextField.tsx';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { pathCounts, readSeed, variantsRuns, type VariantsChoice } from './variantsRuns.ts';

/** How the comparison is sampled. */
export function ComparisonFields({ path, choice }: { readonly path: string; readonly choice: VariantsChoice }) {
  const runs = variantsRuns(useWorkbench());
  return (
    <div className="variants-fields">
      <Select
        label="Paths"
        value={String(choice.paths)}
        options={pathCounts.map((count) => ({ value: String(count), title: count.toLocaleString('en') }))}
        onChange={(paths) => runs.choose(path, { paths: Number(paths) })}
      />
      <TextField
        label="Seed"
        value={choice.seed}
        numeric
        inputMode="numeric"
        error={readSeed(choice.seed) === null ? 'A whole number from 0 to 4,294,967,295.' : null}
        onChange={(seed) => runs.choose(path, { seed })}
      />
    </div>
  );
}
