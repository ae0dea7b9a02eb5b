/** Words, code and severities as React elements. */

import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { Severity } from '../engine/types';
import { severityIcons } from '../icon';
import { severityName } from '../severity';
import { messageSpans } from '../spans';

/** A message with its code between backticks. */
export function Message(props: { readonly text: string }): JSX.Element {
  return (
    <>
      {messageSpans(props.text).map(({ text, code }, index) =>
        code ? <Code key={index} text={text} /> : text
      )}
    </>
  );
}

/** Code that breaks after a dot before it breaks anywhere else. */
export function Code(props: { readonly text: string }): JSX.Element {
  return (
    <code>
      {props.text.split(/(?<=\.)/).map((part, index) => (
        <React.Fragment key={index}>
          {index > 0 && <wbr />}
          {part}
        </React.Fragment>
      ))}
    </code>
  );
}

export interface SeverityMarkProps {
  readonly severity: Severity;
  readonly trans: TranslationBundle;
}

/** The severity as a shape, with its name for those who do not see it. */
export function SeverityMark(props: SeverityMarkProps): JSX.Element {
  const { severity, trans } = props;
  const Icon = severityIcons[severity].react;
  return (
    <span
      className="jp-KerasDoctor-severity"
      data-severity={severity}
      role="img"
      aria-label={severityName(severity, trans)}
      title={severityName(severity, trans)}
    >
      <Icon tag="span" width="14px" height="14px" />
    </span>
  );
}

export interface SectionProps {
  /** Part of the ids in the DOM. */
  readonly id: string;
  readonly title: string;
  readonly aside?: React.ReactNode;
  readonly children: React.ReactNode;
}

/** A part of the panel under its heading. */
export function Section(props: SectionProps): JSX.Element {
  const heading = `jp-KerasDoctor-heading-${props.id}`;
  return (
    <section className="jp-KerasDoctor-section" aria-labelledby={heading}>
      <div className="jp-KerasDoctor-sectionHeader">
        <h3 id={heading}>{props.title}</h3>
        {props.aside}
      </div>
      {props.children}
    </section>
  );
}
