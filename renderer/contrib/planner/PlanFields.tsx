import { useStore } from 'zustand';
import { Select } from '../../base/Select.tsx';
import { TextField } from '../../base/TextField.tsx';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { offeredDates, pathCounts, readChoice, spreadTranches, type PlanChoice } from './planChoice.ts';
import { PercentField } from './PercentField.tsx';
import { planRuns } from './planRuns.ts';

interface PlanFieldsProps {
  readonly path: string;
  readonly choice: PlanChoice;
  readonly currency: string;
}

const goals = [
  { value: 'mean', title: 'Least expected cost' },
  { value: 'p90', title: 'Least P90' },
  { value: 'budget', title: 'Hold a budget' },
] as const;

const counts = [1, 2, 3, 4, 6, 12] as const;

/** When, to which end, and under which terms is bought. */
export function PlanFields({ path, choice, currency }: PlanFieldsProps) {
  const workbench = useWorkbench();
  const runs = planRuns(workbench);
  const text = useStore(workbench.documents.store, ({ byPath }) => byPath[path]?.text ?? '');
  const { faults } = readChoice(choice, text);
  const set = (change: Partial<PlanChoice>) => runs.choose(path, change);
  const purchases = 1 + choice.tranches.split(/[\s,;]+/).filter((part) => part !== '').length;
  const known = counts.some((count) => count === purchases) ? counts : [...counts, purchases];
  return (
    <div className="planner-fields">
      <TextField
        label="Buy on"
        value={choice.at ?? offeredDates(text).at}
        error={text === '' ? null : faults.at}
        onChange={(at) => set({ at })}
      />
      <Select label="Goal" value={choice.goal} options={goals} onChange={(goal) => set({ goal, quantity: null })} />
      {choice.goal === 'budget' && (
        <>
          <TextField
            label="Budget"
            value={choice.budget}
            numeric
            suffix={currency}
            error={faults.budget}
            onChange={(budget) => set({ budget })}
          />
          <PercentField
            label="Held with a chance of"
            value={choice.chance}
            least={1}
            greatest={100}
            onChange={(chance) => set({ chance })}
          />
        </>
      )}
      <TextField
        label="At most"
        value={choice.max}
        numeric
        inputMode="numeric"
        suffix="credits"
        placeholder="all of use"
        error={faults.max}
        onChange={(max) => set({ max })}
      />
      <PercentField
        label="A credit left over is worth"
        value={choice.leftover}
        least={0}
        greatest={100}
        onChange={(leftover) => set({ leftover })}
      />
      <PercentField
        label="Cost of capital a year"
        value={choice.costOfCapital}
        least={0}
        greatest={1_000}
        onChange={(costOfCapital) => set({ costOfCapital })}
      />
      <Select
        label="Purchases"
        value={String(purchases)}
        options={known.map((count) => ({ value: String(count), title: count === 1 ? 'One' : `${count} equal parts` }))}
        onChange={(count) => set({ tranches: spreadTranches(choice, text, Number(count)) })}
      />
      {purchases > 1 && (
        <TextField
          label="Further parts on"
          className="planner-wide"
          value={choice.tranches}
          error={faults.tranches}
          onChange={(tranches) => set({ tranches })}
        />
      )}
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
