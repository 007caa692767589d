import { Badge } from '../../../base/Badge.tsx';
import { IconButton } from '../../../base/IconButton.tsx';
import { KeyHint } from '../../../base/KeyHint.tsx';
import { useWorkbench } from '../../../platform/useWorkbench.ts';
import type { KeyRow } from './keyRows.ts';

interface KeyTableProps {
  readonly rows: readonly KeyRow[];
  onRecord(row: KeyRow, replaces: boolean): void;
  onRemove(row: KeyRow): void;
  onReset(row: KeyRow): void;
}

export function KeyTable({ rows, ...actions }: KeyTableProps) {
  const { keys } = useWorkbench();
  const { rules } = keys.store.getState();
  const changed = new Set(rules.map((rule) => rule.command.replace(/^-/, '')));
  return (
    <div className="keys-body" role="region" aria-label="Shortcuts" tabIndex={0}>
      <table className="keys-table">
        <thead>
          <tr>
            <th scope="col">Command</th>
            <th scope="col">Key</th>
            <th scope="col">When</th>
            <th scope="col">Source</th>
            <th scope="col">
              <span className="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <KeyLine key={row.id} row={row} changed={changed.has(row.command.id)} {...actions} />
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p className="settings-none">No shortcut matches.</p>}
    </div>
  );
}

interface KeyLineProps extends Omit<KeyTableProps, 'rows'> {
  readonly row: KeyRow;
  readonly changed: boolean;
}

function KeyLine({ row, changed, onRecord, onRemove, onReset }: KeyLineProps) {
  const { title, keys, when, binding, conflicts, command } = row;
  return (
    <tr data-scope="key" data-command={command.id} onDoubleClick={() => onRecord(row, binding !== null)}>
      <th scope="row" title={command.id}>
        {title}
      </th>
      <td>
        {keys !== '' && <KeyHint keys={keys} />}
        {conflicts.length > 0 && (
          <Badge kind="warning" title={`Also ${conflicts.join(', ')}`}>
            Conflict<span className="visually-hidden"> with {conflicts.join(', ')}</span>
          </Badge>
        )}
      </td>
      <td className="keys-when">{when}</td>
      <td>{binding === null ? '' : binding.source === 'user' ? 'User' : 'Default'}</td>
      <td className="keys-actions">
        {binding !== null && (
          <IconButton
            icon="edit"
            label={`Change the key ${keys} of ${title}`}
            command="keys.change"
            onClick={() => onRecord(row, true)}
          />
        )}
        <IconButton
          icon="add"
          label={`Add a key for ${title}`}
          command="keys.add"
          onClick={() => onRecord(row, false)}
        />
        {binding !== null && (
          <IconButton
            icon="trash"
            label={`Remove the key ${keys} of ${title}`}
            command="keys.remove"
            onClick={() => onRemove(row)}
          />
        )}
        {changed && (
          <IconButton icon="discard" label={`Reset ${title}`} command="keys.reset" onClick={() => onReset(row)} />
        )}
      </td>
    </tr>
  );
}
