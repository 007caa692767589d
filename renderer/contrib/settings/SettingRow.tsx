import { useState } from 'react';
import { settingFault, type Setting } from '../../../shared/rpc/settingList.ts';
import { Badge } from '../../base/Badge.tsx';
import { Checkbox } from '../../base/Checkbox.tsx';
import { classes } from '../../base/classes.ts';
import { IconButton } from '../../base/IconButton.tsx';
import { Select } from '../../base/Select.tsx';
import { TextField } from '../../base/TextField.tsx';
import type { ShownSetting, Where } from './shownSettings.ts';

interface SettingRowProps {
  readonly shown: ShownSetting;
  readonly where: Where;
  /** Null takes the setting out of the file. */
  onChange(value: string | number | boolean | null): void;
}

/** One setting with its control, and a mark where the file of this scope sets it. */
export function SettingRow({ shown, where, onChange }: SettingRowProps) {
  const { setting, value, modified, elsewhere } = shown;
  return (
    <div className={classes('setting', modified && 'setting-modified')} data-scope="setting" data-setting={setting.id}>
      <div className="setting-head">
        <h3>{setting.title}</h3>
        <code>{setting.id}</code>
        {modified && <Badge kind="info">Modified</Badge>}
        {elsewhere && <Badge>{where === 'user' ? 'Workspace sets it too' : 'User sets it too'}</Badge>}
        {modified && (
          <IconButton
            icon="discard"
            label={`Reset ${setting.title}`}
            command="settings.reset"
            onClick={() => onChange(null)}
          />
        )}
      </div>
      {setting.kind !== 'flag' && <p className="setting-about">{setting.about}</p>}
      <Control setting={setting} value={value} onChange={onChange} />
    </div>
  );
}

interface ControlProps {
  readonly setting: Setting;
  readonly value: string | number | boolean;
  onChange(value: string | number | boolean): void;
}

function Control({ setting, value, onChange }: ControlProps) {
  if (setting.kind === 'flag')
    return <Checkbox label={setting.about} checked={value === true} onChange={onChange} name={setting.id} />;
  if (setting.kind === 'number') return <NumberControl key={String(value)} {...{ setting, value, onChange }} />;
  const options = setting.options.map((option) => ({ value: option.value, title: option.title }));
  return (
    <Select
      label={setting.title}
      hideLabel
      value={String(value)}
      options={options}
      onChange={onChange}
      name={setting.id}
    />
  );
}

/** Takes the number when it is done with: half a number is none. */
function NumberControl({ setting, value, onChange }: ControlProps) {
  const [text, setText] = useState(String(value));
  const typed = text.trim() === '' ? NaN : Number(text.trim().replace('−', '-'));
  const expected = settingFault(setting, typed);
  const take = (): void => {
    if (expected === null && typed !== value) onChange(typed);
  };
  return (
    <TextField
      label={setting.title}
      hideLabel
      numeric
      value={text}
      name={setting.id}
      error={expected === null ? null : `Expected ${expected}.`}
      onChange={setText}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
      }}
    />
  );
}
