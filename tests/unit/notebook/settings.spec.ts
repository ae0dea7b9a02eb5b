/** The settings of rules, as the settings system gives them. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SettingRegistry } from '@jupyterlab/settingregistry';
import { StateDB } from '@jupyterlab/statedb';

import { Settings } from '../../../src/settings';
import { PluginIDs } from '../../../src/tokens';

const schema = JSON.parse(
  readFileSync(join(__dirname, '../../../schema/plugin.json'), 'utf8')
);

async function settingsOf(raw: string): Promise<Settings> {
  const state = new StateDB();
  const plugin = {
    id: PluginIDs.settings,
    raw,
    schema,
    version: '1',
    data: { composite: {}, user: {} }
  };
  const registry = new SettingRegistry({
    connector: {
      fetch: async () => plugin,
      list: async () => ({ ids: [], values: [] }),
      save: async (id: string, value: string) => state.save(id, value),
      remove: async (id: string) => state.remove(id)
    }
  });
  return new Settings(await registry.load(PluginIDs.settings));
}

it.each([
  ['{}', {}],
  ['{"rules": {"missing-symbol": "off"}}', { 'missing-symbol': 'off' }],
  [
    '{"rules": {"missing-symbol": "default", "mixed-keras": "error"}}',
    { 'mixed-keras': 'error' }
  ]
])('%s', async (raw, expected) => {
  expect((await settingsOf(raw)).severities).toEqual(expected);
});

it('has none without a settings system', () => {
  expect(new Settings(null).severities).toEqual({});
});
