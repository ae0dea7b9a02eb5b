/** The strip as a table, for those who do not see it. */

import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { ReleaseSummary } from '../engine/offers';

export interface ReleaseTableProps {
  readonly releases: readonly ReleaseSummary[];
  /** `Python 3.8` */
  readonly python: string;
  readonly trans: TranslationBundle;
}

export function ReleaseTable(props: ReleaseTableProps): JSX.Element {
  const { releases, python, trans } = props;
  return (
    <div className="jp-KerasDoctor-unseen">
      <table>
        <caption>
          {trans.__('Uses of this notebook that fail in each release')}
        </caption>
        <thead>
          <tr>
            <th scope="col">{trans.__('TensorFlow')}</th>
            <th scope="col">{trans.__('keras')}</th>
            <th scope="col">{trans.__('Fail')}</th>
            <th scope="col">{trans.__('Not judged')}</th>
            <th scope="col">{trans.__('On %1', python)}</th>
          </tr>
        </thead>
        <tbody>
          {releases.map(release => (
            <tr key={`${release.tensorflow} ${release.keras}`}>
              <th scope="row">{release.tensorflow}</th>
              <td>{release.keras ?? trans.__('none')}</td>
              <td>{release.failing}</td>
              <td>{release.unknown}</td>
              <td>{standing(release, trans)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function standing(
  { installed, installable }: ReleaseSummary,
  trans: TranslationBundle
): string {
  return installed
    ? trans.__('installed')
    : installable
      ? trans.__('can be installed')
      : trans.__('no wheel');
}
