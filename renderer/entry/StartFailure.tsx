import { Button } from '../base/Button.tsx';
import './codePage.css';

interface StartFailureProps {
  readonly error: unknown;
  onRetry(): void;
}

/** What is shown where the workbench could not start at all. */
export function StartFailure({ error, onRetry }: StartFailureProps) {
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return (
    <main className="code-page">
      <form onSubmit={(event) => event.preventDefault()}>
        <span className="code-page-mark" aria-hidden="true" />
        <h1>Drawdown could not start</h1>
        <p>Nothing of yours was changed. If Drawdown runs in a terminal, see whether it still does.</p>
        <p className="code-page-why">{details.split('\n')[0]}</p>
        <Button kind="primary" onClick={onRetry}>
          Try Again
        </Button>
        <Button icon="copy" onClick={() => void navigator.clipboard.writeText(details)}>
          Copy Details
        </Button>
      </form>
    </main>
  );
}
