/** One finding: where, what is wrong, and the fixes. */

import type { TranslationBundle } from '@jupyterlab/translation';
import { Button } from '@jupyterlab/ui-components';
import * as React from 'react';

import type { Finding } from '../engine/types';
import type { PanelActions } from './actions';
import { Code, Message, SeverityMark } from './message';

export interface FindingProps {
  readonly finding: Finding;
  /** The underlined text. */
  readonly name: string;
  readonly editable: boolean;
  readonly trans: TranslationBundle;
  readonly actions: PanelActions;
}

export function FindingItem(props: FindingProps): JSX.Element {
  const { finding, name, editable, trans, actions } = props;
  return (
    <li className="jp-KerasDoctor-finding">
      <SeverityMark severity={finding.severity} trans={trans} />
      <div className="jp-KerasDoctor-findingBody">
        <button
          type="button"
          className="jp-KerasDoctor-name"
          title={trans.__('Go to this place in the notebook')}
          onClick={() => actions.goToFinding(finding)}
        >
          <Code text={name} />{' '}
          <span className="jp-KerasDoctor-line">
            {trans.__('line %1', finding.line)}
          </span>
        </button>
        <p>
          <Message text={finding.message} />
        </p>
        <Notes finding={finding} trans={trans} />
        {finding.fixes.length > 0 && (
          <div className="jp-KerasDoctor-buttons">
            {finding.fixes.map((fix, index) => (
              <Button
                key={index}
                type="button"
                small
                className="jp-mod-styled jp-KerasDoctor-button"
                disabled={!editable}
                onClick={() => actions.applyFix(finding, index)}
              >
                <span>
                  <Message text={fix.title} />
                </span>
              </Button>
            ))}
          </div>
        )}
      </div>
    </li>
  );
}

function Notes(props: {
  readonly finding: Finding;
  readonly trans: TranslationBundle;
}): JSX.Element {
  const { finding, trans } = props;
  return (
    <>
      {finding.blocks > 0 && (
        <p className="jp-KerasDoctor-note">
          {trans._n(
            '%1 more use waits for this.',
            '%1 more uses wait for this.',
            finding.blocks
          )}
        </p>
      )}
      {finding.guarded && (
        <p className="jp-KerasDoctor-note">
          {trans.__('The notebook catches this error.')}
        </p>
      )}
    </>
  );
}
