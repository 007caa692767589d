import { Badge } from './Badge.tsx';
import { rove } from './rove.ts';

interface TabsProps<Id extends string> {
  /** Names the list of tabs. */
  readonly label: string;
  readonly tabs: readonly { readonly id: Id; readonly title: string; readonly badge?: number }[];
  readonly active: Id;
  onChange(id: Id): void;
  /** Id of the element that holds the shown part: give it `role="tabpanel"`. */
  readonly panelId?: string;
}

/** A row of tabs: one tab stop, arrows move and choose. */
export function Tabs<Id extends string>({ label, tabs, active, onChange, panelId }: TabsProps<Id>) {
  return (
    <div className="tabs" role="tablist" aria-label={label} onKeyDown={(event) => rove(event, '[role=tab]')}>
      {tabs.map(({ id, title, badge }) => (
        <button
          key={id}
          type="button"
          role="tab"
          className="tab"
          aria-selected={id === active}
          aria-controls={id === active ? panelId : undefined}
          tabIndex={id === active ? 0 : -1}
          onFocus={() => id !== active && onChange(id)}
          onClick={() => onChange(id)}
        >
          {title}
          {badge ? <Badge kind="count">{badge}</Badge> : null}
        </button>
      ))}
    </div>
  );
}
