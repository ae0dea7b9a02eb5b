/** The lines that were marked and ran: what Keras Doctor got wrong here, for whoever can mend it. */

import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { Report } from '../engine/types';
import { findingKey, type Diagnosis } from '../tokens';
import type { PanelActions } from './actions';
import { CopyButton } from './copy-button';
import { Code } from './message';

export interface ContradictionsProps {
  readonly diagnosis: Diagnosis;
  readonly report: Report;
  readonly trans: TranslationBundle;
  readonly actions: PanelActions;
}

export function ContradictionsNote(
  props: ContradictionsProps
): JSX.Element | null {
  const { diagnosis, report, trans, actions } = props;
  const { contradictions = [] } = report;
  if (contradictions.length === 0) {
    return null;
  }
  return (
    <div className="jp-KerasDoctor-contradictions">
      <p>
        {trans._n(
          '%1 line that was marked ran here, so its mark is gone:',
          '%1 lines that were marked ran here, so their marks are gone:',
          contradictions.length
        )}
      </p>
      <ul>
        {contradictions.map(({ finding }) => (
          <li key={findingKey(finding)}>
            <button
              type="button"
              className="jp-KerasDoctor-name"
              title={trans.__('Go to this place in the notebook')}
              onClick={() => actions.goToFinding(finding)}
            >
              <Code text={finding.symbol} />{' '}
              <span className="jp-KerasDoctor-line">
                {trans.__(
                  'cell %1, line %2',
                  (finding.cellId !== null &&
                    diagnosis.label(finding.cellId)?.position) ||
                    finding.cell + 1,
                  finding.line
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <CopyButton
        label={trans.__('Copy for a bug report')}
        title={trans.__(
          'Copy these lines, all findings, and what the kernel has, as Markdown'
        )}
        className="jp-KerasDoctor-other"
        copy={() => actions.copyReport()}
        trans={trans}
      />
    </div>
  );
}
