/** What would make the whole notebook run. */

import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { Remedy } from '../engine/offers';
import type { Report } from '../engine/types';
import type { Diagnosis } from '../tokens';
import type { PanelActions } from './actions';
import { CellButton } from './cell-button';
import { Message, Section } from './message';
import { OtherKernel } from './other-kernel';
import { OfferButtons, OfferWarnings, RewriteOffer } from './offer';
import { RefusalList } from './refusals';
import { isRewritingShown, leftOver, needsRestart } from './view';

export interface RepairProps {
  readonly diagnosis: Diagnosis;
  readonly report: Report;
  readonly trans: TranslationBundle;
  readonly actions: PanelActions;
}

export function RepairSection(props: RepairProps): JSX.Element {
  const { report, trans } = props;
  const left = leftOver(report);
  return (
    <Section id="repair" title={trans.__('Repair')}>
      <RefusalList {...props} />
      <WrittenFor {...props} />
      <RepairCellNote {...props} />
      <ol className="jp-KerasDoctor-remedies">
        {report.remedies.map((remedy, index) => (
          <RemedyItem key={index} {...props} remedy={remedy} index={index} />
        ))}
      </ol>
      {left > 0 && (
        <p>
          {trans._n(
            '%1 use is left that no offer clears.',
            '%1 uses are left that no offer clears.',
            left
          )}
        </p>
      )}
      {report.remedies.length === 0 && <p>{noRemedy(props)}</p>}
      {isRewritingShown(report) && <RewriteOffer {...props} />}
      {report.elsewhere && (
        <OtherKernel elsewhere={report.elsewhere} trans={trans} />
      )}
    </Section>
  );
}

/** What the offers are to be near to, and how that is known. */
function WrittenFor({ report, trans }: RepairProps): JSX.Element | null {
  const { writtenFor } = report;
  return (
    writtenFor && (
      <p className="jp-KerasDoctor-written">
        <Message
          text={trans.__(
            '%1: %2.',
            writtenFor.title,
            writtenFor.evidence.join(', ')
          )}
        />
      </p>
    )
  );
}

function RemedyItem(
  props: RepairProps & { readonly remedy: Remedy; readonly index: number }
): JSX.Element {
  const { remedy, index, trans } = props;
  const title = `jp-KerasDoctor-remedy-${index}`;
  return (
    <li className="jp-KerasDoctor-remedy">
      <div className="jp-KerasDoctor-remedyTitle" id={title}>
        <Message text={remedy.title} />
      </div>
      <div className="jp-KerasDoctor-reason">{remedy.reason}</div>
      {remedy.mends.map(each => (
        <div key={each} className="jp-KerasDoctor-note">
          <Message text={each} />
        </div>
      ))}
      <div className="jp-KerasDoctor-note">{effect(remedy, trans)}</div>
      <OfferWarnings texts={remedy.warnings} trans={trans} />
      <OfferButtons {...props} titleId={title} />
    </li>
  );
}

function RepairCellNote(props: RepairProps): JSX.Element | null {
  const { diagnosis, report, trans, actions } = props;
  const cellId = writtenIn(report, diagnosis);
  if (cellId === null) {
    return null;
  }
  const position = diagnosis.label(cellId)?.position ?? 0;
  return (
    <p className="jp-KerasDoctor-repairCell">
      {trans.__(
        'The repair is in cell %1. Run it, then restart the kernel.',
        position
      )}{' '}
      <CellButton
        cellId={cellId}
        position={position}
        trans={trans}
        actions={actions}
      />
    </p>
  );
}

/** The cell that installs one of the remedies already: the repair cell, or one of the notebook's own. */
function writtenIn(
  { remedies }: Report,
  { repairCell }: Diagnosis
): string | null {
  return repairCell && remedies.some(({ cell }) => cell === repairCell.source)
    ? repairCell.id
    : (remedies.find(({ there }) => there !== null)?.there?.cellId ?? null);
}

function noRemedy({ diagnosis, report, trans }: RepairProps): string {
  return needsRestart(report)
    ? trans.__('Restart the kernel first: what is installed is not yet loaded.')
    : diagnosis.refusals.length > 0
      ? trans.__(
          'No other release clears these. Once the install can work, run its cell again.'
        )
      : report.rewriting !== null && report.elsewhere === null
        ? trans.__(
            'No release runs these lines as they are. Only a rewrite helps.'
          )
        : trans.__(
            'No known release clears these; the lines themselves have to change.'
          );
}

function effect(remedy: Remedy, trans: TranslationBundle): string {
  const { clears, leaves, breaks, rewrites, excludedBy } = remedy;
  const cleared =
    clears > 0
      ? [trans.__('clears %1 of %2', clears, clears + leaves)]
      : leaves > 0
        ? [
            trans._n(
              'leaves %1 use that fails',
              'leaves %1 uses that fail',
              leaves
            )
          ]
        : [];
  const broken =
    breaks === 0
      ? trans.__('nothing new breaks')
      : trans._n(
          'breaks %1 use that works now',
          'breaks %1 uses that work now',
          breaks
        );
  const rewritten =
    rewrites === 0
      ? []
      : [
          trans._n(
            'rewriting its line clears %1 more',
            'rewriting their lines clears %1 more',
            rewrites
          )
        ];
  const excluded = excludedBy.map(each =>
    trans.__('%1 does not take it', each)
  );
  return [...cleared, ...rewritten, broken, ...excluded].join(', ');
}
