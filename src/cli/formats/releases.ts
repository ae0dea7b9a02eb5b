/** Where each notebook runs: every release with how many of its uses fail there. */

import type { ReleaseSummary } from '../../engine/offers';
import type { Report, Unreadable } from '../../engine/types';

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
  const { version } = environment.python;
  const [series] = /^\d+\.\d+/.exec(version) ?? [version];
  const rows = releases.map(release => [
    release.tensorflow,
    release.keras ?? '-',
    fare(release),
    release.installed
      ? 'installed'
      : release.installable
        ? ''
        : `no wheel for Python ${series} on this machine`
  ]);
  const table = [['TensorFlow', 'keras', 'uses', ''], ...rows];
  const widest = Math.max(...table.map(([, , uses = '']) => uses.length));
  const lines = table.map(
    ([tensorflow = '', keras = '', uses = '', note = '']) =>
      `  ${tensorflow.padEnd(12)}${keras.padEnd(22)}${uses.padEnd(widest + 2)}${note}`.trimEnd()
  );
  return [`${notebook}:`, ...lines].join('\n');
}

/** `2 fail, 1 not judged` */
function fare({ failing, unknown }: ReleaseSummary): string {
  const parts = [
    ...(failing > 0 ? [`${failing} fail`] : []),
    ...(unknown > 0 ? [`${unknown} not judged`] : [])
  ];
  return parts.join(', ') || 'all run';
}
