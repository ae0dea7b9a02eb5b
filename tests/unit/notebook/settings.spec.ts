/** The settings, as the settings system gives them. */

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

const DEFAULTS = {
  enabled: true,
  probe: 'automatic',
  kernelsLeftAlone: [],
  debounce: 150,
  marks: 'both',
  severities: {}
};

function all(settings: Settings) {
  const { enabled, probe, kernelsLeftAlone, debounce, marks, severities } =
    settings;
  return { enabled, probe, kernelsLeftAlone, debounce, marks, severities };
}

it.each([
  ['{}', {}],
  ['{"enabled": false}', { enabled: false }],
  ['{"probe": "on-demand"}', { probe: 'on-demand' }],
  ['{"kernelsLeftAlone": ["R*"]}', { kernelsLeftAlone: ['R*'] }],
  ['{"debounce": 0}', { debounce: 0 }],
  ['{"debounce": 5000}', { debounce: 5000 }],
  ['{"marks": "none"}', { marks: 'none' }]
])('reads %s', async (raw, expected) => {
  expect(all(await settingsOf(raw))).toEqual({ ...DEFAULTS, ...expected });
});

it.each([
  '{"enabled": "no"}',
  '{"probe": "never"}',
  '{"kernelsLeftAlone": "R"}',
  '{"debounce": -1}',
  '{"debounce": 5001}',
  '{"marks": "some"}',
  '{"rules": {"no-such-rule": "off"}}'
])('%s is not accepted', async raw => {
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  await expect(settingsOf(raw)).rejects.toBeDefined();
});

it('is told without a reload, and switches itself on', async () => {
  const settings = await settingsOf('{"enabled": false}');
  const told: boolean[] = [];
  settings.changed.connect(({ enabled }) => void told.push(enabled));
  expect(settings.canSwitch).toBe(true);
  await settings.switch(true);
  expect(told).toContain(true);
  expect(settings.enabled).toBe(true);
});

it('has the defaults without a settings system', () => {
  const settings = new Settings(null);
  expect(all(settings)).toEqual(DEFAULTS);
  expect(settings.canSwitch).toBe(false);
});
