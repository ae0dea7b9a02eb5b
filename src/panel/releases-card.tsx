/** What one release does to the notebook, and, where it is chosen, its cell. */

import type { TranslationBundle } from '@jupyterlab/translation';
import { Button } from '@jupyterlab/ui-components';
import * as React from 'react';

import type { ReleaseSummary } from '../engine/offers';
import type { Diagnosis } from '../tokens';
import type { PanelActions } from './actions';
import { CellButton } from './cell-button';
import { Code } from './message';
import { writeLabel } from './offer';
import { fareText, releaseName } from './releases-words';
import type { Bar } from './strip';
import { repairStep } from './view';

export interface ReleaseCardProps {
  readonly bar: Bar;
  readonly isChosen: boolean;
  /** `Python 3.8` */
  readonly python: string;
  readonly diagnosis: Diagnosis;
  readonly trans: TranslationBundle;
  readonly actions: PanelActions;
}

/** More symbols than this are counted only. */
const MOST = 4;

export function ReleaseCard(props: ReleaseCardProps): JSX.Element {
  const { bar, isChosen, python, trans } = props;
  const { release, others } = bar;
  return (
    <div className="jp-KerasDoctor-release">
      <div role="status" aria-live="polite">
        <div className="jp-KerasDoctor-releaseName">
          {releaseName(release, trans)}
          {release.installed && (
            <span className="jp-KerasDoctor-note">
              {' '}
              {trans.__('installed')}
            </span>
          )}
        </div>
        {!release.installable && (
          <p>{trans.__('No wheel for %1 on this machine.', python)}</p>
        )}
        <p>
          <Fare release={release} trans={trans} />
        </p>
        {others.map(other => (
          <p key={other.tensorflow + other.keras}>
            {trans.__(
              '%1: %2.',
              releaseName(other, trans),
              fareText(other, trans)
            )}
          </p>
        ))}
      </div>
      {isChosen &&
        [release, ...others].map(each => (
          <Offer
            key={each.tensorflow + each.keras}
            {...props}
            release={each}
            isAlone={others.length === 0}
          />
        ))}
    </div>
  );
}

/** How the notebook fares there, with the names that fail. */
function Fare(props: {
  readonly release: ReleaseSummary;
  readonly trans: TranslationBundle;
}): JSX.Element {
  const { release, trans } = props;
  const { symbols } = release;
  const more = symbols.length - MOST;
  const fare = fareText(release, trans);
  return (
    <>
      {symbols.length === 0
        ? trans.__('%1.', capitalized(fare))
        : trans.__('%1:', capitalized(fare))}
      {symbols.slice(0, MOST).map((symbol, index) => (
        <React.Fragment key={symbol}>
          {index === 0 ? ' ' : ', '}
          <Code text={symbol} />
        </React.Fragment>
      ))}
      {more > 0 && ` ${trans._n('and %1 more', 'and %1 more', more)}`}
    </>
  );
}

function capitalized(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

function Offer(
  props: ReleaseCardProps & {
    readonly release: ReleaseSummary;
    readonly isAlone: boolean;
  }
): JSX.Element | null {
  const { release, isAlone, diagnosis, trans, actions } = props;
  const { repairCell } = diagnosis;
  if (release.cell === null) {
    return null;
  }
  const step = repairStep(release.cell, repairCell);
  if (step === 'present' && repairCell) {
    const position = diagnosis.label(repairCell.id)?.position ?? 0;
    return (
      <p>
        {trans.__(
          'Its pip cell is cell %1. Run it, then restart the kernel.',
          position
        )}{' '}
        <CellButton
          cellId={repairCell.id}
          position={position}
          trans={trans}
          actions={actions}
        />
      </p>
    );
  }
  const label = writeLabel({ step, installs: true, trans });
  return (
    <Button
      type="button"
      small
      className="jp-mod-styled jp-KerasDoctor-button"
      disabled={!diagnosis.editable}
      onClick={() => actions.insertRelease(release)}
    >
      {isAlone ? label : trans.__('%1: %2', label, releaseName(release, trans))}
    </Button>
  );
}
