/** A button that leads to a cell. */

import type { TranslationBundle } from '@jupyterlab/translation';
import { Button } from '@jupyterlab/ui-components';
import * as React from 'react';

import type { PanelActions } from './actions';

export interface CellButtonProps {
  readonly cellId: string;
  /** Counted from 1. */
  readonly position: number;
  readonly trans: TranslationBundle;
  readonly actions: PanelActions;
}

export function CellButton(props: CellButtonProps): JSX.Element {
  const { cellId, position, trans, actions } = props;
  return (
    <Button
      type="button"
      small
      className="jp-mod-styled jp-KerasDoctor-button"
      onClick={() => actions.goToCell(cellId)}
    >
      {trans.__('Go to cell %1', position)}
    </Button>
  );
}
