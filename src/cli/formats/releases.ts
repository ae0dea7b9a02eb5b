/** Where each notebook runs: every release with how many of its uses fail there. */

import type { Report, Unreadable } from '../../engine/types';
import { sameRelease } from '../../engine/versions';

type Reports = readonly (Report | Unreadable)[];

export function releasesText(reports: Reports): string {
  return `${reports.map(each => ('error' in each ? `${each.notebook}: ${each.error}` : stripText(each))).join('\n\n')}\n`;
}

export function releasesJson(reports: Reports): string {
  const strips = reports.map(each =>
    'error' in each
      ? each
      : {
          notebook: each.notebook,
          environment: each.environment,
          releases: each.releases
        }
  );
  return `${JSON.stringify({ schema: 1, reports: strips }, null, 2)}\n`;
}

function stripText({ notebook, environment, releases }: Report): string {
  const { python, installed } = environment;
  const [series] = /^\d+\.\d+/.exec(python.version) ?? [python.version];
  const rows = releases.map(({ tensorflow, keras, failing, installable }) => {
    const has = (key: string, version: string | null): boolean => {
      const release = installed[key]?.version ?? null;
      return release === null || version === null
        ? release === version
        : sameRelease(release, version);
    };
    const isHere = has('tensorflow', tensorflow) && has('keras', keras);
    return [
      tensorflow,
      keras ?? '-',
      failing === 0 ? 'all run' : `${failing} fail`,
      isHere
        ? 'installed'
        : installable
          ? ''
          : `no wheel for Python ${series} on this machine`
    ];
  });
  const lines = [['TensorFlow', 'keras', 'uses', ''], ...rows].map(
    ([tensorflow = '', keras = '', uses = '', note = '']) =>
      `  ${tensorflow.padEnd(12)}${keras.padEnd(22)}${uses.padEnd(10)}${note}`.trimEnd()
  );
  return [`${notebook}:`, ...lines].join('\n');
}
