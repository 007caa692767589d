import { useStore } from 'zustand';
import type { FitOutcome } from '../../../shared/rpc/fitViews.ts';
import type { FileNode } from '../../../shared/rpc/views.ts';
import { Select } from '../../base/Select.tsx';
import { TextField } from '../../base/TextField.tsx';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { useDocument } from '../../workbench/documents/useDocument.ts';
import { readFitChoice, type FitChoice } from './fitChoice.ts';
import { fitRuns } from './fitRuns.ts';
import { listedModels } from './withFittedModel.ts';

interface FitFieldsProps {
  readonly path: string;
  readonly choice: FitChoice;
  readonly answer: FitOutcome | null;
}

const noises = [
  { value: 'auto', title: 'As the days show it' },
  { value: 'lognormal', title: 'Lognormal' },
  { value: 'resampled', title: 'The days themselves' },
  { value: 'none', title: 'None' },
] as const;
/** Stand for choices that are no text. */
const own = '';
const credits = '\u0000credits';
const fresh = '\u0000new';

/** Which usage is looked at, and for which model. */
export function FitFields({ path, choice, answer }: FitFieldsProps) {
  const workbench = useWorkbench();
  const files = usageFiles(useStore(workbench.workspace.store)?.files ?? []);
  const document = useDocument(path);
  const models = document && 'text' in document ? listedModels(document.text) : [];
  const { faults } = readFitChoice(choice);
  const set = (change: Partial<FitChoice>) => fitRuns(workbench).choose(path, change);
  const meter = choice.meter === undefined ? (answer?.fit?.meter ?? null) : choice.meter;
  const meters = [...new Set([...(answer?.meters ?? []), ...(meter === null ? [] : [meter])])];
  return (
    <div className="fit-fields">
      <Select
        label="Usage of"
        value={choice.file ?? own}
        options={[{ value: own, title: 'This scenario' }, ...files.map((file) => ({ value: file, title: file }))]}
        onChange={(file) => set({ file: file === own ? null : file, meter: undefined })}
      />
      <Select
        label="Measured in"
        value={meter ?? credits}
        options={[
          { value: credits, title: 'All usage, in credits' },
          ...meters.map((id) => ({ value: id, title: id })),
        ]}
        onChange={(chosen) => set({ meter: chosen === credits ? null : chosen })}
      />
      <Select
        label="For"
        value={choice.model ?? fresh}
        options={[
          { value: fresh, title: 'A new demand model' },
          ...models.map(({ id }) => ({ value: id, title: `Model ${id}` })),
          ...(choice.model === null || models.some(({ id }) => id === choice.model)
            ? []
            : [{ value: choice.model, title: `Model ${choice.model}` }]),
        ]}
        onChange={(id) => set({ model: id === fresh ? null : id })}
      />
      <Select label="Spread" value={choice.noise} options={noises} onChange={(noise) => set({ noise })} />
      <TextField
        label="From"
        value={choice.from}
        placeholder="last three years"
        error={faults.from}
        onChange={(from) => set({ from })}
      />
      <TextField
        label="Until (not included)"
        value={choice.until}
        placeholder="its end"
        error={faults.until}
        onChange={(until) => set({ until })}
      />
      <TextField
        label="Hold out"
        value={choice.holdOut}
        numeric
        inputMode="numeric"
        suffix="days"
        placeholder="none"
        error={faults.holdOut}
        onChange={(holdOut) => set({ holdOut })}
      />
    </div>
  );
}

/** Files that may hold usage: records, or series by day. */
function usageFiles(nodes: readonly FileNode[]): readonly string[] {
  return nodes.flatMap((node) => {
    if (node.children) return usageFiles(node.children);
    return node.kind === 'usage' || /\.(csv|ndjson)$/i.test(node.path) ? [node.path] : [];
  });
}
