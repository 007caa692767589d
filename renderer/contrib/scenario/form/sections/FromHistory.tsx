import { Button } from '../../../../base/Button.tsx';
import { useWorkbench } from '../../../../platform/useWorkbench.ts';
import { useDraft } from '../../draft/useDraft.ts';

interface FromHistoryProps {
  /** Id of the model to replace; absent, a new one is made. */
  readonly model?: string;
  /** What it is measured in; null: credits. */
  readonly meter?: string | null;
}

/** Opens the fit to usage that was seen, for a model or for a new one. */
export function FromHistory({ model, meter }: FromHistoryProps) {
  const { commands } = useWorkbench();
  const { document, locked } = useDraft();
  const target = { path: document, ...(model === undefined ? {} : { model, meter }) };
  return (
    <Button icon="graph-line" disabled={locked} onClick={() => void commands.run('fit.open', target)}>
      {model === undefined ? 'From History…' : 'Fit to History…'}
    </Button>
  );
}
