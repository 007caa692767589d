import type { Node } from 'jsonc-parser';
import { memberText, membersOf } from '../../draft/nodeValue.ts';
import { useDraft } from '../../draft/useDraft.ts';
import { Card } from '../Card.tsx';
import { AmountControl } from '../fields/AmountControl.tsx';
import { ChoiceControl } from '../fields/ChoiceControl.tsx';
import { DateControl } from '../fields/DateControl.tsx';
import { FieldCell } from '../fields/FieldCell.tsx';
import { FieldRow } from '../fields/FieldRow.tsx';
import { ProblemList } from '../fields/ProblemList.tsx';
import { TextControl } from '../fields/TextControl.tsx';
import { HelpText } from '../fields/HelpText.tsx';
import { useHelp } from '../fields/useHelp.ts';
import { ItemActions } from '../ItemActions.tsx';
import { useKnown } from '../useKnown.ts';
import { DemandSketch } from './DemandSketch.tsx';
import { FromHistory } from './FromHistory.tsx';
import { ModelHistory } from './ModelHistory.tsx';
import { ModelMonths } from './ModelMonths.tsx';
import { ModelNoise } from './ModelNoise.tsx';
import { ModelRamp } from './ModelRamp.tsx';
import { ModelSpikes } from './ModelSpikes.tsx';
import { Weekdays } from './Weekdays.tsx';

interface ModelCardProps {
  readonly node: Node;
  readonly index: number;
  readonly open: boolean;
}

const spans = [
  { value: 'day', title: 'a day' },
  { value: 'month', title: 'a month' },
];
/** Stands for demand stated in credits among the meters. */
const inCredits = '\u0000credits';

/** A demand model. Its parts are told in the order in which they are computed. */
export function ModelCard({ node, index, open }: ModelCardProps) {
  const draft = useDraft();
  const { meters, unitOf } = useKnown();
  const path = ['usage', 'models', index];
  const meter = memberText(node, 'meter');
  const isCredits = membersOf(node).some(([key]) => key === 'credits');
  const unit = isCredits ? 'credits' : unitOf(meter ?? '') || 'units';
  const measure = (chosen: string | undefined) => {
    const changes = [
      [[...path, 'meter'], chosen === inCredits ? undefined : chosen],
      [[...path, 'credits'], chosen === inCredits ? true : undefined],
    ] as const;
    draft.setAll(changes, { label: 'Change what demand is measured in' });
  };
  const id = memberText(node, 'id') ?? `Model ${index + 1}`;
  return (
    <Card
      path={path}
      title={id}
      summary={<DemandSketch node={node} />}
      actions={<ItemActions list={['usage', 'models']} index={index} name={`model ${id}`} />}
      open={open}
    >
      <FieldRow path={[...path, 'id']} label="Id">
        {(field) => <TextControl field={field} placeholder="inference" />}
      </FieldRow>
      <FieldRow path={[...path, isCredits ? 'credits' : 'meter']} label="Measured in">
        {(field) => (
          <ChoiceControl
            field={isCredits ? { ...field, shown: inCredits } : field}
            choices={[{ value: inCredits, title: 'Credits' }, ...meters]}
            onChoose={measure}
          />
        )}
      </FieldRow>
      <div className="form-row">
        <span className="form-label">History</span>
        <div className="form-control">
          <FromHistory model={id} meter={isCredits ? null : (meter ?? null)} />
        </div>
        <div className="form-about">Finds all that follows in usage that was seen, and says how well it fits.</div>
      </div>
      <div className="form-row" role="group" aria-label="Level">
        <span className="form-label">Level</span>
        <div className="form-stack">
          <div className="form-line">
            <FieldCell path={[...path, 'level']} label="Level" unit={unit}>
              {(field) => <AmountControl field={field} />}
            </FieldCell>
            <FieldCell path={[...path, 'per']} label="Level is for">
              {(field) => <ChoiceControl field={field} choices={spans} />}
            </FieldCell>
          </div>
          <ProblemList problems={[...draft.under([...path, 'level']), ...draft.under([...path, 'per'])]} />
        </div>
        <div className="form-about">
          <HelpText text={useHelp([...path, 'level'])} />
        </div>
      </div>
      <ModelRamp path={[...path, 'ramp']} unit={unit} />
      <FieldRow path={[...path, 'growth']} label="Growth" unit="a month">
        {(field) => <AmountControl field={field} placeholder="0" />}
      </FieldRow>
      <FieldRow path={[...path, 'from']} label="From">
        {(field) => <DateControl field={field} placeholder="horizon’s start" />}
      </FieldRow>
      <FieldRow path={[...path, 'until']} label="Until (not included)">
        {(field) => <DateControl field={field} placeholder="horizon’s end" />}
      </FieldRow>
      <Weekdays path={[...path, 'weekdays']} />
      <ModelMonths path={[...path, 'months']} />
      <ModelSpikes path={[...path, 'spikes']} unit={unit} />
      <ModelNoise path={[...path, 'noise']} />
      <ModelHistory path={[...path, 'history']} />
    </Card>
  );
}
