import { Component } from 'react';
import type { ErrorInfo, ReactNode } from 'react';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';

interface ErrorBoundaryProps {
  /** The part that is kept apart: `the bill of acme.scenario.json`. */
  readonly what: string;
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly details: string | null;
}

/** Keeps a failure inside one part: the rest of the app goes on, and what happened can be copied. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { details: null };

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return {
      details: error instanceof Error ? `${error.name}: ${error.message}\n${error.stack ?? ''}` : String(error),
    };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error(error);
    this.setState(({ details }) => ({ details: `${details ?? ''}\n${info.componentStack ?? ''}` }));
  }

  override render(): ReactNode {
    const { details } = this.state;
    if (details === null) return this.props.children;
    return (
      <div className="failure" role="alert">
        <Icon name="error" className="failure-icon" />
        <h2>Something went wrong in {this.props.what}</h2>
        <p>This is a mistake in Drawdown, not in your data. Everything else keeps working and your text is kept.</p>
        <div className="failure-actions">
          <Button kind="primary" onClick={() => this.setState({ details: null })}>
            Try Again
          </Button>
          <Button icon="copy" onClick={() => void navigator.clipboard.writeText(details)}>
            Copy Details
          </Button>
        </div>
        <pre>{details.split('\n')[0]}</pre>
      </div>
    );
  }
}
