/** The installs that this kernel has turned down, each with the reason that the installer gave. */

import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { Diagnosis, Refusal } from '../tokens';
import type { PanelActions } from './actions';
import { CellButton } from './cell-button';
import { Message, SeverityMark } from './message';

export interface RefusalsProps {
  readonly diagnosis: Diagnosis;
  readonly trans: TranslationBundle;
  readonly actions: PanelActions;
}

/** The last one in full, earlier ones folded away: after several it is rarely the release that is at fault. */
export function RefusalList(props: RefusalsProps): JSX.Element | null {
  const { trans } = props;
  const [last, ...earlier] = [...props.diagnosis.refusals].reverse();
  return last === undefined ? null : (
    <div className="jp-KerasDoctor-refusals">
      <ul aria-label={trans.__('What could not be installed')}>
        <RefusalItem {...props} refusal={last} />
      </ul>
      {earlier.length > 0 && (
        <details>
          <summary>
            {trans._n(
              '%1 more could not be installed.',
              '%1 more could not be installed.',
              earlier.length
            )}
          </summary>
          <ul>
            {earlier.map(refusal => (
              <RefusalItem key={refusal.source} {...props} refusal={refusal} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function RefusalItem(
  props: RefusalsProps & { readonly refusal: Refusal }
): JSX.Element {
  const { diagnosis, refusal, trans, actions } = props;
  const { repairCell } = diagnosis;
  const cell =
    repairCell?.source === refusal.source
      ? { ...repairCell, label: diagnosis.label(repairCell.id) }
      : null;
  return (
    <li className="jp-KerasDoctor-refusal">
      <div className="jp-KerasDoctor-remedyTitle">
        <SeverityMark severity="error" trans={trans} />
        <span>
          <Message text={refusal.title || trans.__('The repair cell')} />
        </span>
      </div>
      <p>
        {trans.__('%1 could not install this:', refusal.installer)}{' '}
        <span className="jp-KerasDoctor-printed">{refusal.why}</span>
      </p>
      {cell?.label && (
        <CellButton
          cellId={cell.id}
          position={cell.label.position}
          trans={trans}
          actions={actions}
        />
      )}
    </li>
  );
}
