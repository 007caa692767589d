import { memo, useRef } from 'react';
import type { ForecastAlert } from '../../../shared/rpc/forecastViews.ts';
import { Icon } from '../../base/Icon.tsx';
import { shareText } from '../../charts/chartData.ts';

interface AlertListProps {
  /** Null: a rough answer has none, and those before are shown. */
  readonly alerts: readonly ForecastAlert[] | null;
}

/** Thresholds that are reached, or may be: each names its rule and its numbers. */
export const AlertList = memo(function AlertList({ alerts: known }: AlertListProps) {
  const last = useRef<readonly ForecastAlert[]>([]);
  if (known) last.current = known;
  const alerts = last.current;
  if (alerts.length === 0) return null;
  return (
    <section className="forecast-alerts" aria-labelledby="forecast-alerts">
      <header>
        <h2 id="forecast-alerts">Alerts</h2>
        {!known && <span className="forecast-note">of the whole sample before</span>}
      </header>
      <div className="forecast-alert-list" tabIndex={0} role="group" aria-label="Alerts, scrolls">
        <ul>
          {alerts.map(({ id, rule, threshold, text, date, chance }) => (
            <li key={id}>
              <Icon name={chance === null ? 'warning' : 'bell'} />
              <span>{text}</span>
              <span className="forecast-alert-facts">
                {[`${threshold} %`, chance === null ? 'reached' : shareText(chance), date, rule]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
});
