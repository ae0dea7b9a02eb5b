/** The plugins of Keras Doctor. */

import { commandsPlugin } from './commands/plugin';
import {
  diagnosesPlugin,
  errorsPlugin,
  marksPlugin,
  noticesPlugin
} from './notebook/plugins';
import { pagesPlugin } from './pages/plugin';
import { panelPlugin } from './panel/plugin';
import { settingsPlugin } from './settings';
import { statusPlugin } from './status/plugin';

export default [
  settingsPlugin,
  diagnosesPlugin,
  marksPlugin,
  errorsPlugin,
  noticesPlugin,
  panelPlugin,
  commandsPlugin,
  statusPlugin,
  pagesPlugin
];
