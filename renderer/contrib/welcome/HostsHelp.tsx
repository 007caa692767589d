import { useStore } from 'zustand';
import { KeyHint } from '../../base/KeyHint.tsx';
import { printKey } from '../../platform/keys.ts';
import { isMac } from '../../platform/platformKind.ts';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { hostDifferences, keptByBrowser } from './hostDifferences.ts';
import './accessibility.css';

/** What is not the same in the desktop app and in a browser. */
export function HostsHelp() {
  const { keys, context } = useWorkbench();
  useStore(keys.store);
  const here = context.get('electron') ? 'the desktop app' : 'a browser';
  return (
    <article className="accessibility">
      <h1>App and Browser</h1>
      <p>
        Everything can be done in both, on the same folders, with the same settings. You are in {here}. What differs:
      </p>
      <table className="hosts-table">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Desktop app</th>
            <th scope="col">Browser</th>
          </tr>
        </thead>
        <tbody>
          {hostDifferences.map(({ what, app, browser }) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td>{app}</td>
              <td>{browser}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <section aria-labelledby="hosts-keys">
        <h2 id="hosts-keys">Keys that a browser keeps</h2>
        <p>In Keyboard Shortcuts each command can be given another one.</p>
        <dl>
          {keptByBrowser(keys.bindings()).map(({ command, key, instead }) => (
            <div key={`${command.id} ${key}`}>
              <dt>
                {command.category === undefined ? command.title : `${command.category}: ${command.title}`}{' '}
                <KeyHint keys={printKey(key, isMac)} />
              </dt>
              <dd>{instead === null ? 'by the palette' : <KeyHint keys={printKey(instead, isMac)} />}</dd>
            </div>
          ))}
        </dl>
      </section>
    </article>
  );
}
