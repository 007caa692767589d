import { Icon } from '../../base/Icon.tsx';
import { useStore } from 'zustand';
import { KeyHint } from '../../base/KeyHint.tsx';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { freshAudit, obstacle } from './auditState.ts';
import { auditStore } from './auditStore.ts';

const promises = [
  ['list-ordered', 'Where the first row is that is not what the terms say'],
  ['credit-card', 'What the difference is in money, line by line'],
  ['lightbulb', 'Which single mistake explains it to the cent'],
  ['eye', 'What could not be checked, and why'],
] as const;

/** Stands in the report's place before the first run: what an audit tells. */
export function AuditIntro({ path }: { readonly path: string }) {
  const { commands } = useWorkbench();
  const choice = useStore(auditStore, ({ byPath }) => byPath[path]?.choice) ?? freshAudit.choice;
  const key = commands.keyOf('audit.run');
  return (
    <section className="audit-intro" aria-label="What an audit tells">
      <ul>
        {promises.map(([icon, text]) => (
          <li key={icon}>
            <Icon name={icon} />
            {text}
          </li>
        ))}
      </ul>
      <p>
        Drop a ledger, a usage record or invoices anywhere on this page, or choose files of the folder above.
        {obstacle(choice) === null && key !== null && (
          <>
            {' '}
            Then press <KeyHint keys={key} />.
          </>
        )}
      </p>
    </section>
  );
}
