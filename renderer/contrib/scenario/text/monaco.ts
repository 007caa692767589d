import * as monaco from 'monaco-editor/editor';
import 'monaco-editor/features/register.all';
import { jsonDefaults } from 'monaco-editor/languages/features/json/register';
// oxlint-disable import/default -- Vite makes the default export of a worker.
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import JsonWorker from 'monaco-editor/languages/features/json/json.worker?worker';
import { keyRulesSchema, settingsSchema } from '../../../../shared/rpc/settingsSchema.ts';
import { scenarioSchema } from '../scenarioSchema.ts';
import { defineThemes } from './themes.ts';

// Workers as files of the app: without this the editor makes them from blobs, which the content policy forbids.
self.MonacoEnvironment = {
  getWorker: (_id, label) => (label === 'json' ? new JsonWorker() : new EditorWorker()),
};

// The schema serves completion and hover; what is wrong is said by the scenario's own decoder alone.
jsonDefaults.setDiagnosticsOptions({
  validate: false,
  enableSchemaRequest: false,
  allowComments: true,
  trailingCommas: 'ignore',
  schemas: [
    { uri: 'inmemory://schema/scenario', fileMatch: ['*.scenario.json'], schema: scenarioSchema },
    { uri: 'inmemory://schema/user-settings', fileMatch: ['user:settings.json'], schema: settingsSchema('user') },
    { uri: 'inmemory://schema/settings', fileMatch: ['workspace:settings.json'], schema: settingsSchema('workspace') },
    { uri: 'inmemory://schema/keys', fileMatch: ['user:keybindings.json'], schema: keyRulesSchema },
  ],
});
defineThemes(monaco);

// The workbench has its own palette.
monaco.editor.addKeybindingRules([{ keybinding: monaco.KeyCode.F1, command: null }]);

export { monaco };
