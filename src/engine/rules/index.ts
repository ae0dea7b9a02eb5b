/** All rules, in the order in which they are asked. */

import { aliasImport } from './alias-import';
import { brokenPair } from './broken-pair';
import { ignoredKeyword } from './ignored-keyword';
import { missingMember } from './missing-member';
import { missingModule } from './missing-module';
import { missingPackage } from './missing-package';
import { missingSymbol } from './missing-symbol';
import { refusedValue } from './refused-value';
import { restartNeeded } from './restart-needed';
import type { Rule } from './rule';
import { unknownKeyword } from './unknown-keyword';
import { unusableSymbol } from './unusable-symbol';

export const RULES: readonly Rule[] = [
  aliasImport,
  missingPackage,
  brokenPair,
  missingModule,
  missingSymbol,
  missingMember,
  unknownKeyword,
  refusedValue,
  unusableSymbol,
  ignoredKeyword,
  restartNeeded
];
