import type { FitView } from '../../../shared/rpc/fitViews.ts';
import type { Workbench } from '../../platform/workbench.ts';
import { fitRuns } from './fitRuns.ts';
import { withFittedModel } from './withFittedModel.ts';

/** Takes the model that was fitted into its scenario, where it can be edited. */
export function takeFitted(workbench: Workbench, path: string, fit: FitView): void {
  const newest = workbench.documents.get(path);
  if (!newest || newest.readOnly !== null) return;
  const { id } = fit.model;
  workbench.documents.edit(path, withFittedModel(newest.text, fit), `Use fitted model ${id}`);
  fitRuns(workbench).choose(path, { model: id, meter: fit.meter });
  workbench.notifications.show('info', `The scenario now has the demand model ${id}. Undo takes it back.`);
}
