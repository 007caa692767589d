import type { ForecastAlert } from '../../../shared/rpc/forecastViews.ts';
import { Icon } from '../../base/Icon.tsx';
import { shareText } from '../../charts/chartData.ts';

/** Thresholds that are reached, or may be: each names its rule and its numbers. */
export function AlertList({ alerts }: { readonly alerts: readonly ForecastAlert[] }) {
  if (alerts.length === 0) return null;
  return (
    <section className="forecast-alerts" aria-labelledby="forecast-alerts">
      <h2 id="forecast-alerts">Alerts</h2>
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
}
