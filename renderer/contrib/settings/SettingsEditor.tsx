import { useEffect, useRef, useState } from 'react';
import { Banner } from '../../base/Banner.tsx';
import { Button } from '../../base/Button.tsx';
import { Segmented } from '../../base/Segmented.tsx';
import { Spinner } from '../../base/Spinner.tsx';
import { TextField } from '../../base/TextField.tsx';
import type { EditorProps } from '../../platform/editor.ts';
import { SettingRow } from './SettingRow.tsx';
import { shownSettings, type ShownSetting, type Where } from './shownSettings.ts';
import { useSettings } from './useSettings.ts';
import './settings.css';

/** All settings, of the user and of the workspace. */
export function SettingsEditor({ active }: EditorProps) {
  const { view, change } = useSettings();
  const [search, setSearch] = useState('');
  const [chosen, setWhere] = useState<Where>('user');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (active && view) input.current?.focus();
  }, [active, view === null]);
  if (!view) return <Spinner label="Reading the settings" />;
  const where = view.workspace ? chosen : 'user';
  const file = (where === 'user' ? view.user : view.workspace) ?? view.user;
  const shown = shownSettings(view, where, search);
  const openFile = where === 'user' ? 'settings.openFile' : 'settings.openWorkspaceFile';
  return (
    <div className="settings">
      <header className="settings-head">
        <TextField
          label="Search settings"
          hideLabel
          placeholder="Search settings (@modified: those that differ)"
          value={search}
          onChange={setSearch}
          inputRef={input}
          type="search"
        />
        <div className="settings-scope">
          <Segmented<Where>
            label="Whose settings"
            value={where}
            onChange={setWhere}
            options={[
              { id: 'user', title: 'User' },
              ...(view.workspace ? [{ id: 'workspace' as const, title: 'Workspace' }] : []),
            ]}
          />
          <span className="settings-file" title={file.file}>
            {file.file}
          </span>
          <Button icon="go-to-file" command={openFile}>
            Open settings.json
          </Button>
        </div>
      </header>
      {file.problems.length > 0 && (
        <Banner kind="warning" actions={<Button command={openFile}>Show</Button>}>
          settings.json: {file.problems[0]!.message}
          {file.problems.length > 1 && ` And ${file.problems.length - 1} more.`} What is wrong is left as it is, and not
          used.
        </Banner>
      )}
      <p className="visually-hidden" role="status">
        {shown.length} settings
      </p>
      <div className="settings-body">
        {shown.length === 0 && <p className="settings-none">No setting matches.</p>}
        {groupsOf(shown).map(([group, rows]) => (
          <section key={group} aria-label={group}>
            <h2>{group}</h2>
            {rows.map((row) => (
              <SettingRow
                key={`${where} ${row.setting.id}`}
                shown={row}
                where={where}
                onChange={(value) => void change(where, row.setting.id, value)}
              />
            ))}
          </section>
        ))}
      </div>
    </div>
  );
}

function groupsOf(shown: readonly ShownSetting[]): readonly [string, readonly ShownSetting[]][] {
  const names = [...new Set(shown.map(({ setting }) => setting.group))];
  return names.map((name) => [name, shown.filter(({ setting }) => setting.group === name)]);
}
