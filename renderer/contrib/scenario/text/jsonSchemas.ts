import { keyRulesSchema, settingsSchema } from '../../../../shared/rpc/settingsSchema.ts';
import { jsonDefaults } from '../../../workbench/text/monaco.ts';
import { scenarioSchema } from '../scenarioSchema.ts';

/** The schemas serve completion and hover; what is wrong is said by the documents' own decoders alone. */
export function addJsonSchemas(): void {
  jsonDefaults.setDiagnosticsOptions({
    validate: false,
    enableSchemaRequest: false,
    allowComments: true,
    trailingCommas: 'ignore',
    schemas: [
      { uri: 'inmemory://schema/scenario', fileMatch: ['*.scenario.json'], schema: scenarioSchema },
      { uri: 'inmemory://schema/user-settings', fileMatch: ['user:settings.json'], schema: settingsSchema('user') },
      {
        uri: 'inmemory://schema/settings',
        fileMatch: ['workspace:settings.json'],
        schema: settingsSchema('workspace'),
      },
      { uri: 'inmemory://schema/keys', fileMatch: ['user:keybindings.json'], schema: keyRulesSchema },
    ],
  });
}
