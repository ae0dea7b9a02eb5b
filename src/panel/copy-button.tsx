/** A button that copies, and says that it did. */

import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

/** Milliseconds for which the button says that it copied. */
const TOLD = 2000;

export interface CopyButtonProps {
  readonly label: string;
  readonly title: string;
  readonly className: string;
  readonly describedBy?: string;
  /** Resolves to whether something was copied. */
  readonly copy: () => Promise<boolean>;
  readonly trans: TranslationBundle;
}

export function CopyButton(props: CopyButtonProps): JSX.Element {
  const { label, title, className, describedBy, copy, trans } = props;
  const [copied, setCopied] = React.useState(false);
  React.useEffect(() => {
    const timer = copied ? setTimeout(() => setCopied(false), TOLD) : null;
    return () => {
      if (timer !== null) {
        clearTimeout(timer);
      }
    };
  }, [copied]);
  return (
    <>
      <button
        type="button"
        className={className}
        title={title}
        aria-describedby={describedBy}
        onClick={() => void copy().then(setCopied)}
      >
        {copied ? trans.__('Copied') : label}
      </button>
      <span className="jp-KerasDoctor-hiddenText" role="status">
        {copied && trans.__('Copied')}
      </span>
    </>
  );
}
