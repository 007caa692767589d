import { Banner } from '../../base/Banner.tsx';
import { Button } from '../../base/Button.tsx';
import { RunProgress } from '../../base/RunProgress.tsx';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { useSlow } from '../live/useSlow.ts';
import type { BillRun } from './billRun.ts';
import { billRuns } from './useBill.ts';
import './billProgress.css';

/** What a bill that takes its time is at, and the way to stop it; once it was stopped, the way to compute it after all. */
export function BillProgress({ path, run }: { readonly path: string; readonly run: BillRun }) {
  const runs = billRuns(useWorkbench());
  const { bill, running, step, cancelled } = run;
  const slow = useSlow(running && step !== null);
  const earlier = bill ? ' What is shown is of an earlier text.' : '';
  const inProgress = running && step !== null && (slow || !bill);
  if (!inProgress && !cancelled) return null;
  return (
    <div className="bill-progress">
      {inProgress ? (
        <RunProgress step={step} part={null} note={earlier} onCancel={() => void runs.cancel(path)} />
      ) : (
        <Banner
          kind="info"
          actions={
            <Button kind="link" command="work.again" onClick={() => runs.again(path)}>
              Compute again
            </Button>
          }
        >
          Stopped.{earlier}
        </Banner>
      )}
    </div>
  );
}
