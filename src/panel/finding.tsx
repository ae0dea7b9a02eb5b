/** One finding: where, what is wrong, the fixes, and what else can be done about it. */

import type { TranslationBundle } from '@jupyterlab/translation';
import { Button } from '@jupyterlab/ui-components';
import * as React from 'react';

import type { Finding } from '../engine/types';
import { findingKey } from '../tokens';
import type { PanelActions } from './actions';
import { CopyButton } from './copy-button';
import { Code, Message, SeverityMark } from './message';

export interface FindingProps {
  readonly finding: Finding;
  /** The underlined text. */
  readonly name: string;
  /** `line 3`, with the cell where its group does not say it. */
  readonly place: string;
  readonly editable: boolean;
  /** The button that leads to the finding's place. */
  readonly nameRef?: React.Ref<HTMLButtonElement>;
  readonly trans: TranslationBundle;
  readonly actions: PanelActions;
}

/** Drawn anew only where it would look different: a notebook may have hundreds, and each key may change one. */
export const FindingItem = React.memo(Item, isSame);

/** A judgement makes its findings anew, so equal ones are rarely the same object. */
function isSame(old: FindingProps, now: FindingProps): boolean {
  const { finding: before, ...rest } = old;
  const { finding, ...others } = now;
  return (
    sameValues(Object.values(rest), Object.values(others)) &&
    (before === finding || JSON.stringify(before) === JSON.stringify(finding))
  );
}

function sameValues(old: readonly unknown[], now: readonly unknown[]): boolean {
  return (
    old.length === now.length && old.every((value, at) => value === now[at])
  );
}

function Item(props: FindingProps): JSX.Element {
  const { finding, name, place, editable, nameRef, trans, actions } = props;
  const id = React.useId();
  return (
    <li className="jp-KerasDoctor-finding" data-finding={findingKey(finding)}>
      <SeverityMark severity={finding.severity} trans={trans} />
      <div className="jp-KerasDoctor-findingBody">
        <button
          ref={nameRef}
          id={id}
          type="button"
          className="jp-KerasDoctor-name"
          title={trans.__('Go to this place in the notebook')}
          onClick={() => actions.goToFinding(finding)}
        >
          <Code text={name} />{' '}
          <span className="jp-KerasDoctor-line">{place}</span>
        </button>
        <p>
          <Message text={finding.message} />
        </p>
        <Notes finding={finding} trans={trans} />
        <div className="jp-KerasDoctor-acts">
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
          <OtherActions {...props} nameId={id} />
        </div>
      </div>
    </li>
  );
}

/** Quieter than the fixes: they are there for every finding. */
function OtherActions(
  props: FindingProps & { readonly nameId: string }
): JSX.Element {
  const { finding, editable, nameId, trans, actions } = props;
  return (
    <div className="jp-KerasDoctor-others">
      <button
        type="button"
        className="jp-KerasDoctor-other"
        aria-describedby={nameId}
        title={trans.__('What %1 means, and why it happens', finding.rule)}
        onClick={() => actions.explain(finding.rule)}
      >
        {trans.__('Why')}
      </button>
      <button
        type="button"
        className="jp-KerasDoctor-other"
        aria-describedby={nameId}
        title={trans.__('Write a comment into the cell that silences this')}
        disabled={!editable}
        onClick={() => actions.ignore(finding)}
      >
        {trans.__('Ignore')}
      </button>
      <CopyButton
        label={trans.__('Copy')}
        title={trans.__('Copy this finding as Markdown')}
        className="jp-KerasDoctor-other"
        describedBy={nameId}
        copy={() => actions.copyFinding(finding)}
        trans={trans}
      />
    </div>
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
