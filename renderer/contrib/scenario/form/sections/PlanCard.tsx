import type { Node } from 'jsonc-parser';
import { Badge } from '../../../../base/Badge.tsx';
import { memberText, membersOf, shownText } from '../../draft/nodeValue.ts';
import { useDraft } from '../../draft/useDraft.ts';
import { Card } from '../Card.tsx';
import { AmountControl } from '../fields/AmountControl.tsx';
import { ChoiceControl } from '../fields/ChoiceControl.tsx';
import { FieldRow } from '../fields/FieldRow.tsx';
import { TextControl } from '../fields/TextControl.tsx';
import { ItemActions } from '../ItemActions.tsx';
import { useCatalog } from '../useCatalog.ts';
import { useCurrency } from '../useCurrency.ts';
import { PriceTiers } from './PriceTiers.tsx';

interface PlanCardProps {
  readonly node: Node;
  readonly index: number;
  readonly open: boolean;
}

const kinds = [
  { value: 'paid', title: 'Paid' },
  { value: 'free', title: 'Free' },
];
const cycles = [
  { value: 'monthly', title: 'Monthly' },
  { value: 'annual', title: 'Annual' },
];

/** The terms of one plan. Where it overrides a plan of the catalog, what it leaves out is the catalog's. */
export function PlanCard({ node, index, open }: PlanCardProps) {
  const draft = useDraft();
  const currency = useCurrency();
  const path = ['plans', index];
  const id = memberText(node, 'id') ?? '';
  const published = useCatalog()?.plans.find((plan) => plan.id === id) ?? null;
  const text = (key: string) => shownText(draft.text, membersOf(node).find(([name]) => name === key)?.[1]) ?? '';
  const cycle = text('cycle') || published?.cycle;
  const usual = (figure: { readonly value: string } | null | undefined) => ({ placeholder: figure?.value });
  const absent = published ? `The catalog’s: ${published.name}.` : undefined;
  const fee = text('fee') || published?.fee?.value;
  return (
    <Card
      path={path}
      title={text('name') || published?.name || id || `Plan ${index + 1}`}
      badge={published ? <Badge kind="info">overrides catalog</Badge> : null}
      summary={fee ? `${fee} ${currency} ${cycle === 'annual' ? 'a year' : 'a month'}` : ''}
      actions={<ItemActions list={['plans']} index={index} name={`plan ${id}`} />}
      open={open}
    >
      <FieldRow path={[...path, 'id']} label="Id">
        {(field) => <TextControl field={field} placeholder="growth" />}
      </FieldRow>
      <FieldRow path={[...path, 'name']} label="Name" absent={absent}>
        {(field) => <TextControl field={field} placeholder={published?.name} />}
      </FieldRow>
      <FieldRow path={[...path, 'kind']} label="Kind">
        {(field) => (
          <ChoiceControl
            field={field}
            choices={kinds}
            absent={published ? `As in the catalog (${published.kind})` : undefined}
          />
        )}
      </FieldRow>
      <FieldRow path={[...path, 'cycle']} label="Cycle">
        {(field) => (
          <ChoiceControl
            field={field}
            choices={cycles}
            absent={published ? `As in the catalog (${published.cycle})` : undefined}
          />
        )}
      </FieldRow>
      <FieldRow
        path={[...path, 'fee']}
        label="Fee"
        unit={`${currency} a ${cycle === 'annual' ? 'year' : 'month'}`}
        badge={published && published.fee === null ? <Badge kind="warning">assumption</Badge> : null}
        absent={published && published.fee === null ? 'Nobody published it: set it.' : absent}
      >
        {(field) => <AmountControl field={field} {...usual(published?.fee)} />}
      </FieldRow>
      <FieldRow
        path={[...path, 'includedCredits']}
        label="Included credits"
        unit={cycle === 'annual' ? 'credits a year' : 'credits a month'}
        badge={published && published.includedCredits === null ? <Badge kind="warning">assumption</Badge> : null}
        absent={published && published.includedCredits === null ? 'Nobody published it: set it.' : absent}
      >
        {(field) => <AmountControl field={field} {...usual(published?.includedCredits)} />}
      </FieldRow>
      <FieldRow path={[...path, 'flexPrice']} label="Flex price" unit={`${currency} a credit`} absent={absent}>
        {(field) => <AmountControl field={field} {...usual(published?.flexPrice)} />}
      </FieldRow>
      <PriceTiers path={[...path, 'prepaidPrices']} />
    </Card>
  );
}
