import { firstSettings, settingList, type Setting } from './settingList.ts';

/** JSON schema of a settings file, for completion and help; a workspace's file knows fewer settings than the user's. */
export function settingsSchema(where: 'user' | 'workspace'): object {
  const known = settingList.filter((setting) => where === 'user' || setting.anywhere);
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(known.map((setting) => [setting.id, schemaOf(setting)])),
  };
}

function schemaOf(setting: Setting): object {
  const said = { title: setting.title, description: setting.about, default: firstSettings[setting.id] };
  if (setting.kind === 'flag') return { ...said, type: 'boolean' };
  if (setting.kind === 'number') return { ...said, type: 'number', minimum: setting.min, maximum: setting.max };
  return {
    ...said,
    enum: setting.options.map((option) => option.value),
    enumDescriptions: setting.options.map((option) => option.title),
  };
}

/** JSON schema of the user's file of keys. */
export const keyRulesSchema: object = {
  type: 'array',
  items: {
    type: 'object',
    required: ['key', 'command'],
    additionalProperties: false,
    defaultSnippets: [{ body: { key: '$1', command: '$2' } }],
    properties: {
      key: { type: 'string', description: 'One or two strokes: "ctrl+shift+b", "ctrl+k ctrl+b".' },
      command: {
        type: 'string',
        description: 'Id of a command; with "-" before it, the key no longer runs the command.',
      },
      when: { type: 'string', description: 'Where the key holds, such as "editor == ledger && !dirty".' },
    },
  },
};
