/** The plugins of Keras Doctor. */

import { commandsPlugin } from './commands/plugin';
import {
  diagnosesPlugin,
  errorsPlugin,
  marksPlugin,
  noticesPlugin
} from './notebook/plugins';
import { panelPlugin } from './panel/plugin';
import { settingsPlugin } from './settings';

export default [
  settingsPlugin,
  diagnosesPlugin,
  marksPlugin,
  errorsPlugin,
  noticesPlugin,
  panelPlugin,
  commandsPlugin
];
