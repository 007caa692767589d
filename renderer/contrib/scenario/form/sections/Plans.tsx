import { EmptyLine } from '../EmptyLine.tsx';
import { itemsOf } from '../../draft/nodeValue.ts';
import { useDraft } from '../../draft/useDraft.ts';
import { number } from '../../edit/jsonValue.ts';
import { AddButton } from '../AddButton.tsx';
import { freeId } from '../../draft/freeId.ts';
import { FormSection } from '../FormSection.tsx';
import { PlanCard } from './PlanCard.tsx';

export function Plans() {
  const draft = useDraft();
  const plans = itemsOf(draft.at(['plans']));
  const newPlan = () => ({
    id: freeId(plans, 'plan'),
    name: 'New plan',
    kind: 'paid',
    cycle: 'monthly',
    fee: number(0),
    includedCredits: number(0),
    flexPrice: number(0),
  });
  return (
    <FormSection
      id="plans"
      count={plans.length}
      about="What can be subscribed to, beside the plans of the catalog. A plan with the id of a catalog plan overrides its terms."
      actions={
        <AddButton list={['plans']} item={newPlan} focus="name">
          Add Plan
        </AddButton>
      }
    >
      {plans.length === 0 && <EmptyLine>No plans of its own: the scenario uses those of its catalog.</EmptyLine>}
      {plans.map((plan, index) => (
        <PlanCard key={index} node={plan} index={index} open={plans.length <= 6} />
      ))}
    </FormSection>
  );
}
