/** All rules, in the order in which they are asked. */

import { aliasImport } from './alias-import';
import { backendMismatch } from './backend-mismatch';
import { brokenPair } from './broken-pair';
import { companionMismatch } from './companion-mismatch';
import { legacyFlag } from './legacy-flag';
import { missingModule } from './missing-module';
import { missingPackage } from './missing-package';
import { missingSymbol } from './missing-symbol';
import { pinnedRelease } from './pinned-release';
import { restartNeeded } from './restart-needed';
import type { Rule } from './rule';
import { shadowedPackage } from './shadowed-package';
import { unmetRequirement } from './unmet-requirement';

export const RULES: readonly Rule[] = [
  aliasImport,
  missingPackage,
  legacyFlag,
  backendMismatch,
  unmetRequirement,
  brokenPair,
  missingModule,
  missingSymbol,
  restartNeeded,
  shadowedPackage,
  companionMismatch,
  pinnedRelease
];
