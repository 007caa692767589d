import { Button } from '../../../../base/Button.tsx';
import { itemsOf, memberText } from '../../draft/nodeValue.ts';
import { useDraft } from '../../draft/useDraft.ts';
import type { OfferedCatalog } from '../../offeredCatalogs.ts';
import { useReveal } from '../useReveal.ts';
import { AssumptionInput, type PlanFigure } from './AssumptionInput.tsx';
import { PublishedFigure } from './PublishedFigure.tsx';

interface CatalogPlansProps {
  readonly catalog: OfferedCatalog;
  readonly locked: boolean;
}

const figures: readonly { readonly key: PlanFigure; readonly title: string }[] = [
  { key: 'fee', title: 'Fee' },
  { key: 'includedCredits', title: 'Included credits' },
  { key: 'flexPrice', title: 'Flex price' },
];

/** The plans of an edition. What nobody published is set here, as an assumption of the scenario. */
export function CatalogPlans({ catalog, locked }: CatalogPlansProps) {
  const draft = useDraft();
  const { reveal } = useReveal();
  const own = itemsOf(draft.at(['plans']));
  const override = (id: string) => {
    const at = own.findIndex((plan) => memberText(plan, 'id') === id);
    if (at < 0) draft.insert(['plans'], own.length, [{ id }], { label: `Override plan ${id}` });
    reveal(`plans[${at < 0 ? own.length : at}].name`);
  };
  return (
    <table className="form-table">
      <thead>
        <tr>
          <th scope="col">Plan</th>
          <th scope="col">Cycle</th>
          {figures.map(({ key, title }) => (
            <th key={key} scope="col" className="form-number">
              {title}
            </th>
          ))}
          <th scope="col" className="form-number">
            Prepaid
          </th>
          <th scope="col">
            <span className="visually-hidden">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {catalog.plans.map((plan) => (
          <tr key={plan.id}>
            <th scope="row">
              {plan.name} <code>{plan.id}</code>
            </th>
            <td>{plan.cycle}</td>
            {figures.map(({ key, title }) => (
              <td key={key} className="form-number">
                {plan[key] ? (
                  <PublishedFigure figure={plan[key]} />
                ) : (
                  <AssumptionInput plan={plan.id} figure={key} label={`${title} of ${plan.name}`} />
                )}
              </td>
            ))}
            <td className="form-number">{plan.prepaidPrice ? <PublishedFigure figure={plan.prepaidPrice} /> : '–'}</td>
            <td>
              <Button kind="link" disabled={locked} command="form.override" onClick={() => override(plan.id)}>
                Override
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
