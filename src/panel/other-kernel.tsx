/** What only a kernel with another Python can run, and how to make one. */

import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { Elsewhere } from '../engine/offers';

export interface OtherKernelProps {
  readonly elsewhere: Elsewhere;
  readonly trans: TranslationBundle;
}

export function OtherKernel({
  elsewhere,
  trans
}: OtherKernelProps): JSX.Element {
  const { title, samePython, failing, pythons, commands } = elsewhere;
  return (
    <details className="jp-KerasDoctor-elsewhere">
      <summary>
        {failing === 0
          ? trans.__('In another kernel, %1 runs everything.', title)
          : trans._n(
              'In another kernel, %2 leaves %1 use failing.',
              'In another kernel, %2 leaves %1 uses failing.',
              failing,
              title
            )}
      </summary>
      <p className="jp-KerasDoctor-note">
        {samePython
          ? trans.__(
              'It has the same Python, and you may install into it. In a terminal, one of these makes the kernel:'
            )
          : trans.__(
              'It has no wheel for this Python, but for %1. In a terminal, one of these makes the kernel:',
              pythons.join(', ')
            )}
      </p>
      {commands.map(({ tool, lines }) => (
        <React.Fragment key={tool}>
          <div className="jp-KerasDoctor-note">{tool}</div>
          <pre className="jp-KerasDoctor-commands" tabIndex={0}>
            {lines.join('\n')}
          </pre>
        </React.Fragment>
      ))}
    </details>
  );
}
