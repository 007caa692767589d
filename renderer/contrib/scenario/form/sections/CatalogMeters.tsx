import { Button } from '../../../../base/Button.tsx';
import { itemsOf, memberText, shownText } from '../../draft/nodeValue.ts';
import { useDraft } from '../../draft/useDraft.ts';
import { number } from '../../edit/jsonValue.ts';
import type { OfferedCatalog } from '../../offeredCatalogs.ts';
import { useReveal } from '../useReveal.ts';

type Meter = OfferedCatalog['meters'][number];

/** The rate card of an edition. */
export function CatalogMeters({ catalog }: { readonly catalog: OfferedCatalog }) {
  const draft = useDraft();
  const { reveal } = useReveal();
  const own = itemsOf(draft.at(['meters']));
  const start = (shownText(draft.text, draft.at(['horizon', 'start'])) ?? '').slice(0, 10);
  const override = ({ id, rate }: Meter) => {
    const at = own.findIndex((meter) => memberText(meter, 'id') === id);
    const priced = rate ? { credits: { number: rate.credits }, per: { number: rate.per } } : { per: number(1_000_000) };
    const meter = { id, rates: [{ from: start, ...priced }] };
    if (at < 0) draft.insert(['meters'], own.length, [meter], { label: `Override meter ${id}` });
    reveal(`meters[${at < 0 ? own.length : at}].rates[0].from`);
  };
  return (
    <details className="form-details">
      <summary>Rate card ({catalog.meters.length} meters)</summary>
      <table className="form-table">
        <thead>
          <tr>
            <th scope="col">Meter</th>
            <th scope="col">Runs</th>
            <th scope="col">Rate</th>
            <th scope="col">
              <span className="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {catalog.meters.map((meter) => (
            <tr key={meter.id}>
              <th scope="row">
                {meter.name} <code>{meter.id}</code>
              </th>
              <td>{meter.runs}</td>
              <td title={meter.rate?.source}>
                {meter.rate ? rateText(meter) : <span className="form-assumption-mark">not published: set it</span>}{' '}
                {meter.rate && <sup className="form-confidence">{meter.rate.confidence}</sup>}
              </td>
              <td>
                <Button kind="link" disabled={draft.locked} command="form.override" onClick={() => override(meter)}>
                  Override
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function rateText({ unit, rate }: Meter): string {
  if (!rate) return '';
  if (/^0(\.0+)?$/.test(rate.credits)) return 'free';
  const least = rate.minimum ? `, at least ${rate.minimum} ${unit} a call` : '';
  const plus = rate.plus ? `, plus ${rate.plus} ${unit} a call` : '';
  return `${rate.credits} credit${rate.credits === '1' ? '' : 's'} per ${rate.per} ${unit}${least}${plus}`;
}
