import type { Node } from 'jsonc-parser';
import { Badge } from '../../../../base/Badge.tsx';
import { itemsOf, memberText, shownText } from '../../draft/nodeValue.ts';
import { useDraft } from '../../draft/useDraft.ts';
import { number } from '../../edit/jsonValue.ts';
import { AddButton } from '../AddButton.tsx';
import { Card } from '../Card.tsx';
import { ChoiceControl } from '../fields/ChoiceControl.tsx';
import { FieldRow } from '../fields/FieldRow.tsx';
import { TextControl } from '../fields/TextControl.tsx';
import { HelpText } from '../fields/HelpText.tsx';
import { useHelp } from '../fields/useHelp.ts';
import { ItemActions } from '../ItemActions.tsx';
import { useCatalog } from '../useCatalog.ts';
import { MeterRate } from './MeterRate.tsx';

interface MeterCardProps {
  readonly node: Node;
  readonly index: number;
  readonly open: boolean;
}

const places = [
  { value: 'hosted', title: 'Hosted' },
  { value: 'self-hosted', title: 'Self-hosted' },
  { value: 'third-party', title: 'Third party' },
];
const units = ['image', 'second', 'minute', 'hour', 'token', 'request', 'event', 'e-mail', 'frame'];

export function MeterCard({ node, index, open }: MeterCardProps) {
  const draft = useDraft();
  const path = ['meters', index];
  const id = memberText(node, 'id') ?? '';
  const published = useCatalog()?.meters.find((meter) => meter.id === id) ?? null;
  const unit = memberText(node, 'unit') ?? published?.unit ?? '';
  const rates = [...path, 'rates'];
  const items = itemsOf(draft.at(rates));
  const start = shownText(draft.text, draft.at(['horizon', 'start'])) ?? '';
  const newRate = () => ({ from: start.slice(0, 10), credits: number(1), per: number(1) });
  const count = items.length === 1 ? '1 rate' : `${items.length} rates`;
  return (
    <Card
      path={path}
      title={id || `Meter ${index + 1}`}
      badge={published ? <Badge kind="info">overrides catalog</Badge> : null}
      summary={[unit && `per ${unit}`, memberText(node, 'runs') ?? published?.runs, count].filter(Boolean).join(' · ')}
      actions={<ItemActions list={['meters']} index={index} name={`meter ${id}`} />}
      open={open}
    >
      <FieldRow path={[...path, 'id']} label="Id">
        {(field) => <TextControl field={field} placeholder="training" />}
      </FieldRow>
      <FieldRow path={[...path, 'unit']} label="Unit" absent={published ? 'The catalog’s.' : undefined}>
        {(field) => <TextControl field={field} placeholder={published?.unit ?? 'image'} list={units} />}
      </FieldRow>
      <FieldRow path={[...path, 'runs']} label="Where it runs">
        {(field) => (
          <ChoiceControl
            field={field}
            choices={places}
            absent={published ? `As in the catalog (${published.runs})` : undefined}
          />
        )}
      </FieldRow>
      <div className="form-row" role="group" aria-label="Rates">
        <span className="form-label">Rates</span>
        <div className="form-stack form-stack-wide">
          {items.map((_, rate) => (
            <MeterRate key={rate} path={[...rates, rate]} unit={unit} />
          ))}
          <AddButton list={rates} item={newRate} focus="from">
            Add Rate
          </AddButton>
        </div>
        <div className="form-about">
          <HelpText text={useHelp(rates)} />
        </div>
      </div>
    </Card>
  );
}
