import { Banner } from '../../base/Banner.tsx';
import { Button } from '../../base/Button.tsx';
import type { LiveRun } from './liveRun.ts';

interface StaleBannerProps {
  readonly run: Pick<LiveRun<unknown, unknown>, 'stale' | 'failure' | 'diagnostics'>;
  /** What the figures are: `forecast`. */
  readonly what: string;
}

/** Says that the figures shown are of an earlier text or question, and why there are no newer ones. */
export function StaleBanner({ run: { stale, failure, diagnostics }, what }: StaleBannerProps) {
  if (!stale) return null;
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const reason = failure?.message ?? errors[0]?.message ?? 'The scenario has errors.';
  return (
    <Banner
      kind="warning"
      actions={
        errors.length > 0 && (
          <Button kind="link" command="view.show.problems">
            Show problems
          </Button>
        )
      }
    >
      This is the last good {what}, not of what is asked now: {reason}
    </Banner>
  );
}
