/** All rules, in the order in which they are asked. */

import { aliasImport } from './alias-import';
import { backendMismatch } from './backend-mismatch';
import { brokenPair } from './broken-pair';
import { companionMismatch } from './companion-mismatch';
import { deprecatedSymbol } from './deprecated-symbol';
import { ignoredKeyword } from './ignored-keyword';
import { legacyFlag } from './legacy-flag';
import { missingMember } from './missing-member';
import { missingModule } from './missing-module';
import { missingPackage } from './missing-package';
import { missingSymbol } from './missing-symbol';
import { mixedKeras } from './mixed-keras';
import { pinnedRelease } from './pinned-release';
import { privateImport } from './private-import';
import { refusedValue } from './refused-value';
import { restartNeeded } from './restart-needed';
import { shadowedPackage } from './shadowed-package';
import { unknownKeyword } from './unknown-keyword';
import { unknownRule } from './unknown-rule';
import { unmetRequirement } from './unmet-requirement';
import { unusableSymbol } from './unusable-symbol';
import type { Rule } from './rule';

export const RULES: readonly Rule[] = [
  aliasImport,
  missingPackage,
  legacyFlag,
  backendMismatch,
  unmetRequirement,
  brokenPair,
  missingModule,
  missingSymbol,
  missingMember,
  unknownKeyword,
  refusedValue,
  unusableSymbol,
  ignoredKeyword,
  restartNeeded,
  shadowedPackage,
  companionMismatch,
  pinnedRelease,
  privateImport,
  deprecatedSymbol,
  mixedKeras,
  unknownRule
];
