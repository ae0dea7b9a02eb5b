/** Says that what is shown may be out of date, and until when. */

import type { TranslationBundle } from '@jupyterlab/translation';
import { Button } from '@jupyterlab/ui-components';
import * as React from 'react';

import type { Judged } from '../tokens';
import type { PanelActions } from './actions';

export interface KernelNoteProps {
  readonly judged: Judged;
  readonly trans: TranslationBundle;
  readonly actions: PanelActions;
}

/** Renders nothing where the kernel's answer is the last word. */
export function KernelNote(props: KernelNoteProps): JSX.Element | null {
  const { judged, trans, actions } = props;
  if (!judged.stale) {
    return null;
  }
  const time = judged.at.toLocaleTimeString([], {
    hour: '2-digit',
    minute: '2-digit'
  });
  if (judged.waits) {
    return (
      <div className="jp-KerasDoctor-kernelNote">
        <p>
          {trans.__(
            'Environment as of %1. What ran since may have changed it.',
            time
          )}
        </p>
        <Button
          type="button"
          small
          className="jp-mod-styled jp-KerasDoctor-button"
          onClick={() => actions.probe()}
        >
          {trans.__('Ask the kernel')}
        </Button>
      </div>
    );
  }
  return (
    <p className="jp-KerasDoctor-kernelNote">
      {judged.busy
        ? trans.__('The kernel is busy. Environment as of %1.', time)
        : trans.__('Asking the kernel. Environment as of %1.', time)}
    </p>
  );
}
