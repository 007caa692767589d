import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { SampleView } from '../../../shared/rpc/views.ts';
import { Checkbox } from '../../base/Checkbox.tsx';
import { CommandButton } from '../../base/CommandButton.tsx';
import { Icon } from '../../base/Icon.tsx';
import { KeyHint } from '../../base/KeyHint.tsx';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { RecentFolders } from './RecentFolders.tsx';
import { WalkthroughCards } from './WalkthroughCards.tsx';
import './welcome.css';

const sampleIcons: Readonly<Record<string, string>> = {
  'growing-monthly': 'graph-line',
  'annual-hedge': 'shield',
  'prepaid-question': 'target',
  'billed-wrongly': 'verified',
  'token-trace': 'pulse',
};

/** What Drawdown is, and the ways to begin. */
export function WelcomeEditor() {
  return (
    <div className="welcome">
      <div className="welcome-page">
        <header>
          <h1>Drawdown</h1>
          <p className="welcome-line">Model a year of usage credits, read every bill of it, and ask any figure why.</p>
        </header>
        <section aria-labelledby="welcome-walks">
          <h2 id="welcome-walks">Learn by doing</h2>
          <p className="welcome-note">A few steps each, on a copy of a sample.</p>
          <WalkthroughCards />
        </section>
        <section aria-labelledby="welcome-samples">
          <h2 id="welcome-samples">Begin with a sample</h2>
          <p className="welcome-note">Each opens as a copy of its own: change anything.</p>
          <Samples />
        </section>
        <div className="welcome-columns">
          <Start />
          <RecentFolders />
          <Keys />
        </div>
        <footer className="welcome-foot">
          <p>Everything stays on this machine: no account, no network.</p>
          <AtStartUp />
        </footer>
      </div>
    </div>
  );
}

function AtStartUp() {
  const { rpc, settings, notifications } = useWorkbench();
  const startPage = useStore(settings, (now) => now.startPage);
  const change = (shown: boolean): void =>
    void rpc('settings.set', { startPage: shown ? 'welcome' : 'none' }).then(
      (now) => settings.setState(now),
      (error: unknown) => notifications.failed('Changing the setting', error),
    );
  return (
    <Checkbox
      label="Show this page at start-up where nothing else was open"
      checked={startPage === 'welcome'}
      onChange={change}
    />
  );
}

function Samples() {
  const { rpc, workspace, notifications } = useWorkbench();
  const [samples, setSamples] = useState<readonly SampleView[]>([]);
  const [opening, setOpening] = useState<string | null>(null);
  useEffect(() => {
    rpc('samples.list', {}).then(setSamples, (error: unknown) => notifications.failed('Listing the samples', error));
  }, [rpc, notifications]);
  const open = async (id: string) => {
    setOpening(id);
    try {
      await workspace.change(() => rpc('samples.open', { id }));
    } catch (error) {
      notifications.failed('Opening the sample', error);
    } finally {
      setOpening(null);
    }
  };
  return (
    <div className="sample-cards">
      {samples.map(({ id, title, text }) => (
        <CommandButton
          key={id}
          command="help.openSample"
          className="sample-card"
          disabled={opening !== null}
          aria-describedby={`sample-${id}`}
          onClick={() => void open(id)}
        >
          <Icon name={opening === id ? 'loading' : (sampleIcons[id] ?? 'beaker')} className="sample-icon" />
          <span className="sample-title">{title}</span>
          <span id={`sample-${id}`} className="sample-text">
            {text}
          </span>
        </CommandButton>
      ))}
    </div>
  );
}

/** The commands that begin with the user's own files. */
function Start() {
  const { workspace } = useWorkbench();
  const isOpen = useStore(workspace.store, (view) => view !== null);
  return (
    <section aria-labelledby="welcome-start">
      <h2 id="welcome-start">Your own</h2>
      <ul className="welcome-links">
        <StartLink icon="folder-opened" title="Open a folder…" command="file.openFolder" />
        {isOpen && <StartLink icon="new-file" title="New scenario…" command="file.newScenario" />}
        {isOpen && <StartLink icon="cloud-upload" title="Import usage…" command="import.open" />}
        {isOpen && <StartLink icon="verified" title="Audit a ledger or invoices…" command="audit.open" />}
      </ul>
      {!isOpen && <p className="welcome-note">Any folder will do: scenarios, usage and ledgers are files in it.</p>}
    </section>
  );
}

interface StartLinkProps {
  readonly icon: string;
  readonly title: string;
  readonly command: string;
}

function StartLink({ icon, title, command }: StartLinkProps) {
  return (
    <li>
      <CommandButton command={command} className="welcome-link">
        <Icon name={icon} />
        {title}
      </CommandButton>
    </li>
  );
}

const shownKeys = [
  ['view.commandPalette', 'All commands'],
  ['go.file', 'Go to a file'],
  ['file.save', 'Save'],
  ['bill.writeLedger', 'Run and write the ledger'],
] as const;

function Keys() {
  const { commands } = useWorkbench();
  const keys = shownKeys.flatMap(([id, title]) => {
    const key = commands.keyOf(id);
    return key === null ? [] : [{ id, title, key }];
  });
  if (keys.length === 0) return null;
  return (
    <section aria-labelledby="welcome-keys">
      <h2 id="welcome-keys">Keys</h2>
      <dl className="welcome-keys">
        {keys.map(({ id, title, key }) => (
          <div key={id}>
            <dt>{title}</dt>
            <dd>
              <KeyHint keys={key} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
