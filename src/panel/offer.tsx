/** What can be done about one offer: write its cell, change the notebook's own install, rewrite lines. */

import type { TranslationBundle } from '@jupyterlab/translation';
import { Button } from '@jupyterlab/ui-components';
import * as React from 'react';

import type { CellFix, Remedy } from '../engine/offers';
import type { Report } from '../engine/types';
import { pinsLabel } from '../pins';
import type { Diagnosis } from '../tokens';
import type { PanelActions } from './actions';
import { Message, SeverityMark } from './message';
import { linesOf, repairStep, type RepairStep } from './view';

export interface OfferProps {
  readonly diagnosis: Diagnosis;
  readonly report: Report;
  readonly remedy: Remedy;
  /** Position among the remedies. */
  readonly index: number;
  /** Id of the offer's title in the DOM. */
  readonly titleId: string;
  readonly trans: TranslationBundle;
  readonly actions: PanelActions;
}

export function OfferButtons(props: OfferProps): JSX.Element {
  const { diagnosis, remedy, index, titleId, trans, actions } = props;
  const { pins, place, fixes } = remedy;
  const step = repairStep(remedy.cell, diagnosis.repairCell);
  const shared = { described: titleId, disabled: !diagnosis.editable };
  const isFirst = index === 0;
  return (
    <>
      {place === 'cell' && pins.length > 0 && (
        <p className="jp-KerasDoctor-note">
          {trans._n(
            'A line of the notebook installs another release, which undoes this whenever it runs.',
            'Lines of the notebook install other releases, which undo this whenever they run.',
            pins.length
          )}
        </p>
      )}
      <div className="jp-KerasDoctor-buttons">
        {place === 'cell' && step !== 'present' && (
          <OfferButton
            {...shared}
            accept={isFirst}
            text={writeLabel({
              step,
              installs: remedy.requirements.length > 0,
              trans
            })}
            onClick={() => actions.insertRepair(index)}
          />
        )}
        {pins.length > 0 && (
          <OfferButton
            {...shared}
            accept={isFirst && place === 'pins'}
            text={pinsLabel(remedy, trans)}
            onClick={() => actions.changePins(index)}
          />
        )}
        {fixes.length > 0 && (
          <OfferButton
            {...shared}
            text={rewriteLabel(fixes, trans)}
            onClick={() => actions.rewrite(index)}
          />
        )}
      </div>
      <Rewrites fixes={fixes} trans={trans} />
    </>
  );
}

/** Rewriting lines where nothing has to be installed. */
export function RewriteOffer({
  diagnosis,
  report,
  trans,
  actions
}: Omit<OfferProps, 'remedy' | 'index' | 'titleId'>): JSX.Element | null {
  const { rewriting, remedies } = report;
  if (rewriting === null) {
    return null;
  }
  const { fixes, clears } = rewriting;
  const title = 'jp-KerasDoctor-rewriting';
  return (
    <div className="jp-KerasDoctor-remedy">
      {remedies.length > 0 && (
        <div className="jp-KerasDoctor-remedyTitle" id={title}>
          {trans.__('Or change the lines alone')}
        </div>
      )}
      <div className="jp-KerasDoctor-note">
        {trans._n(
          'clears %1 use, installs nothing',
          'clears %1 uses, installs nothing',
          clears
        )}
      </div>
      <div className="jp-KerasDoctor-buttons">
        <OfferButton
          accept={remedies.length === 0}
          described={remedies.length > 0 ? title : undefined}
          disabled={!diagnosis.editable}
          text={rewriteLabel(fixes, trans)}
          onClick={() => actions.rewrite(null)}
        />
      </div>
      <Rewrites fixes={fixes} trans={trans} />
    </div>
  );
}

export function OfferWarnings(props: {
  readonly texts: readonly string[];
  readonly trans: TranslationBundle;
}): JSX.Element {
  return (
    <>
      {props.texts.map(text => (
        <p key={text} className="jp-KerasDoctor-warning">
          <SeverityMark severity="warning" trans={props.trans} />{' '}
          <Message text={text} />
        </p>
      ))}
    </>
  );
}

/** The rewrites one by one, before anybody makes them. */
function Rewrites(props: {
  readonly fixes: readonly CellFix[];
  readonly trans: TranslationBundle;
}): JSX.Element | null {
  const { fixes, trans } = props;
  if (fixes.length === 0) {
    return null;
  }
  return (
    <details className="jp-KerasDoctor-rewrites">
      <summary>{trans.__('Show what is rewritten')}</summary>
      <ul>
        {fixes.map((each, index) => (
          <li key={index}>
            <Message text={rewriteText(each, trans)} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function OfferButton(props: {
  readonly text: string;
  readonly accept?: boolean;
  readonly described?: string;
  readonly disabled: boolean;
  readonly onClick: () => void;
}): JSX.Element {
  return (
    <Button
      type="button"
      small
      className={`jp-mod-styled jp-KerasDoctor-button${props.accept === true ? ' jp-mod-accept' : ''}`}
      aria-describedby={props.described}
      disabled={props.disabled}
      onClick={props.onClick}
    >
      <span>
        <Message text={props.text} />
      </span>
    </Button>
  );
}

/** What the button is called that writes an offer's cell. */
export function writeLabel(given: {
  readonly step: RepairStep;
  /** False where the cell only sets variables. */
  readonly installs: boolean;
  readonly trans: TranslationBundle;
}): string {
  const { step, installs, trans } = given;
  if (step === 'insert') {
    return installs
      ? trans.__('Insert pip upgrade cell')
      : trans.__('Insert repair cell');
  }
  return installs
    ? trans.__('Update pip upgrade cell')
    : trans.__('Update repair cell');
}

function rewriteLabel(
  fixes: readonly CellFix[],
  trans: TranslationBundle
): string {
  return trans._n('Rewrite %1 line', 'Rewrite %1 lines', linesOf(fixes));
}

function rewriteText(
  { cell, replaces, fix }: CellFix,
  trans: TranslationBundle
): string {
  const [first, ...more] = fix.edits;
  const place = trans.__('Cell %1, line %2', cell + 1, first?.line ?? 1);
  const what =
    more.length === 0 && first !== undefined
      ? trans.__('`%1` becomes `%2`', replaces, first.text)
      : fix.title;
  return fix.safe
    ? trans.__('%1: %2', place, what)
    : trans.__('%1: %2 (check the result)', place, what);
}
