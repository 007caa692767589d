import * as monaco from 'monaco-editor/editor';
import 'monaco-editor/features/register.all';
import { jsonDefaults } from 'monaco-editor/languages/features/json/register';
// oxlint-disable import/default -- Vite makes the default export of a worker.
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import JsonWorker from 'monaco-editor/languages/features/json/json.worker?worker';
import { defineThemes } from './themes.ts';

// Workers as files of the app: without this the editor makes them from blobs, which the content policy forbids.
self.MonacoEnvironment = {
  getWorker: (_id, label) => (label === 'json' ? new JsonWorker() : new EditorWorker()),
};

// What is wrong with a text is said by the document's own decoder alone.
jsonDefaults.setDiagnosticsOptions({ validate: false, enableSchemaRequest: false });
defineThemes(monaco);

// The workbench has its own palette.
monaco.editor.addKeybindingRules([{ keybinding: monaco.KeyCode.F1, command: null }]);

export { jsonDefaults, monaco };
