import './withoutEval.ts';
import { createRoot } from 'react-dom/client';
import { ErrorBoundary } from '../base/ErrorBoundary.tsx';
import '../base/theme/fonts.ts';
import '../base/theme/tokens.css';
import '../base/theme/page.css';
import '../base/theme/controls.css';
import '../base/theme/contrast.css';
import { connect } from '../platform/connect.ts';
import { preloadQuickPick } from '../workbench/palette/QuickPick.tsx';
import { ShellView } from '../workbench/parts/ShellView.tsx';
import { createShell } from '../workbench/createShell.ts';
import { contributions } from './contributions.ts';
import { startWorkbench } from './startWorkbench.ts';
import { StartFailure } from './StartFailure.tsx';
import { CodePage } from './CodePage.tsx';

/** For an idle moment, in which what the first key press may ask for is loaded. */
const longestWaitMs = 2000;

const root = createRoot(document.getElementById('root')!);

async function start(): Promise<void> {
  const connection = await connect();
  if (connection === null) return root.render(<CodePage onConnected={() => location.reload()} />);
  const parts = createShell(connection, contributions);
  await startWorkbench(parts, contributions);
  root.render(
    <ErrorBoundary what="the workbench">
      <ShellView shell={parts.shell} />
    </ErrorBoundary>,
  );
  requestIdleCallback(preloadQuickPick, { timeout: longestWaitMs });
}

start().catch((error: unknown) => root.render(<StartFailure error={error} onRetry={() => location.reload()} />));
