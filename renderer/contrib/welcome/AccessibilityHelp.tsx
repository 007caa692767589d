import { useStore } from 'zustand';
import { Button } from '../../base/Button.tsx';
import { KeyHint } from '../../base/KeyHint.tsx';
import type { Command } from '../../platform/command.ts';
import type { EditorProps } from '../../platform/editor.ts';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { commandsOfEditor, keySections, partKeys } from './accessibilityKeys.ts';
import './accessibility.css';

/** How to work without a mouse or a screen, with the keys as they are now; first those of the editor it was asked in. */
export function AccessibilityHelp({ path }: EditorProps) {
  const { allCommands, commands, keys } = useWorkbench();
  useStore(keys.store);
  const own = path === '' ? [] : commandsOfEditor(allCommands, path);
  const named = (ids: readonly string[]) => ids.flatMap((id) => allCommands.find((command) => command.id === id) ?? []);
  return (
    <article className="accessibility">
      <h1>Accessibility Help</h1>
      <p>All of Drawdown can be done by keyboard, and all of it is read by screen readers. The keys below are yours.</p>
      <Button icon="keyboard" onClick={() => void commands.run('keys.open')}>
        Change the Keys
      </Button>
      {own.length > 0 && <Keys title="In the editor you came from" text="" commands={own} />}
      {keySections.map(({ title, text, commands: ids }) => (
        <Keys key={title} title={title} text={text} commands={named(ids)} />
      ))}
      <section aria-labelledby="accessibility-parts">
        <h2 id="accessibility-parts">Within a part</h2>
        <dl>
          {partKeys.map(({ part, text }) => (
            <div key={part}>
              <dt>{part}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </section>
    </article>
  );
}

interface KeysProps {
  readonly title: string;
  readonly text: string;
  readonly commands: readonly Command[];
}

function Keys({ title, text, commands }: KeysProps) {
  const { commands: registry } = useWorkbench();
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {text !== '' && <p>{text}</p>}
      <dl>
        {commands.map(({ id, title: what, category }) => {
          const key = registry.keyOf(id);
          return (
            <div key={id}>
              <dt>{category === undefined ? what : `${category}: ${what}`}</dt>
              <dd>{key === null ? 'by the palette' : <KeyHint keys={key} />}</dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
