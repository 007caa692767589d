import { useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../base/Button.tsx';
import { Dialog } from '../../base/Dialog.tsx';
import { Icon } from '../../base/Icon.tsx';
import { TextField } from '../../base/TextField.tsx';
import type { OpenDialog } from '../createDialogs.ts';
import { QuickPick } from '../palette/QuickPick.tsx';
import { useShell } from '../useShell.ts';

/** Asks the question that is due. */
export function DialogHost() {
  const { dialogQueue } = useShell();
  const dialog = useStore(dialogQueue, (state) => state.queue[0]);
  if (!dialog) return null;
  if (dialog.kind === 'confirm') return <Confirm key={dialog.question.title} dialog={dialog} />;
  if (dialog.kind === 'input') return <Input key={dialog.question.title} dialog={dialog} />;
  const { title, placeholder, items, first, onActive } = dialog.question;
  return (
    <QuickPick
      key={title}
      label={title}
      placeholder={placeholder}
      items={items}
      first={first}
      onActive={onActive && ((item) => onActive(item.value))}
      onChoose={(item) => dialog.answer(item.value)}
      onClose={() => dialog.answer(null)}
    />
  );
}

function Confirm({ dialog }: { readonly dialog: OpenDialog & { readonly kind: 'confirm' } }) {
  const { title, text, actions, severity, cancel = 'Cancel' } = dialog.question;
  return (
    <Dialog
      title={title}
      onClose={() => dialog.answer(null)}
      footer={
        <>
          {actions.map((action, at) => (
            <Button
              key={action.id}
              kind={action.danger ? 'danger' : at === 0 ? 'primary' : 'secondary'}
              onClick={() => dialog.answer(action.id)}
            >
              {action.title}
            </Button>
          ))}
          {cancel !== null && <Button onClick={() => dialog.answer(null)}>{cancel}</Button>}
        </>
      }
    >
      <div className="dialog-text">
        {severity && <Icon name={severity} className={`dialog-${severity}`} />}
        {text && <p>{text}</p>}
      </div>
    </Dialog>
  );
}

function Input({ dialog }: { readonly dialog: OpenDialog & { readonly kind: 'input' } }) {
  const { title, label, text, value: first = '', placeholder, accept = 'OK', validate } = dialog.question;
  const [value, setValue] = useState(first);
  const [touched, setTouched] = useState(false);
  const error = value === '' ? null : (validate?.(value) ?? null);
  const submit = (): void => {
    setTouched(true);
    if (value.trim() !== '' && error === null) dialog.answer(value);
  };
  return (
    <Dialog
      title={title}
      onClose={() => dialog.answer(null)}
      onSubmit={submit}
      footer={
        <>
          <Button kind="primary" type="submit">
            {accept}
          </Button>
          <Button onClick={() => dialog.answer(null)}>Cancel</Button>
        </>
      }
    >
      {text && <p>{text}</p>}
      <TextField
        label={label}
        value={value}
        placeholder={placeholder}
        autoFocus
        error={error ?? (touched && value.trim() === '' ? 'This is needed.' : null)}
        onChange={setValue}
      />
    </Dialog>
  );
}
