/** All rules, in the order in which they are asked. */

import { aliasImport } from './alias-import';
import { brokenPair } from './broken-pair';
import { ignoredKeyword } from './ignored-keyword';
import { missingMember } from './missing-member';
import { deprecatedSymbol } from './deprecated-symbol';
import { missingModule } from './missing-module';
import { missingPackage } from './missing-package';
import { missingSymbol } from './missing-symbol';
import { mixedKeras } from './mixed-keras';
import { privateImport } from './private-import';
import { restartNeeded } from './restart-needed';
import type { Rule } from './rule';
import { unknownKeyword } from './unknown-keyword';
import { unusableSymbol } from './unusable-symbol';
import { unknownRule } from './unknown-rule';

export const RULES: readonly Rule[] = [
  aliasImport,
  missingPackage,
  brokenPair,
  missingModule,
  missingSymbol,
  missingMember,
  unknownKeyword,
  unusableSymbol,
  ignoredKeyword,
  restartNeeded,
  privateImport,
  deprecatedSymbol,
  mixedKeras,
  unknownRule
];
