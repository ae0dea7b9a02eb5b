/** The panel where there is nothing to judge: why, and the one thing to do. */

import type { TranslationBundle } from '@jupyterlab/translation';
import { Button } from '@jupyterlab/ui-components';
import * as React from 'react';

import type { Diagnosis, DiagnosisState } from '../tokens';
import type { PanelActions } from './actions';

export interface NothingProps {
  /** Null where no notebook is current. */
  readonly diagnosis: Diagnosis | null;
  /** A notebook is on its way. */
  readonly opening: boolean;
  readonly trans: TranslationBundle;
  readonly actions: PanelActions;
}

interface Words {
  readonly title: string;
  readonly text?: string;
  readonly button?: { readonly label: string; readonly onClick: () => void };
}

/** Renders nothing where the notebook was judged. */
export function Nothing(props: NothingProps): JSX.Element | null {
  const words = props.diagnosis
    ? wordsFor(props.diagnosis.state, props)
    : noNotebook(props);
  return words && <Callout {...words} />;
}

export function Callout(props: Words): JSX.Element {
  const { title, text, button } = props;
  return (
    <div className="jp-KerasDoctor-callout">
      <h3>{title}</h3>
      {text !== undefined && <p>{text}</p>}
      {button && (
        <Button
          type="button"
          small
          className="jp-mod-styled jp-mod-accept jp-KerasDoctor-button"
          onClick={() => button.onClick()}
        >
          {button.label}
        </Button>
      )}
    </div>
  );
}

function noNotebook({ opening, trans }: NothingProps): Words {
  return opening
    ? { title: trans.__('Opening the notebook…') }
    : {
        title: trans.__('No notebook'),
        text: trans.__(
          'Open a notebook to see what its kernel has of TensorFlow and Keras, and which cells will fail.'
        )
      };
}

function wordsFor(state: DiagnosisState, props: NothingProps): Words | null {
  const { trans, actions } = props;
  const choose = {
    label: trans.__('Choose a kernel'),
    onClick: actions.chooseKernel
  };
  switch (state.kind) {
    case 'opening':
      return { title: trans.__('Reading the notebook…') };
    case 'off':
      return {
        title: trans.__('Keras Doctor is off'),
        text: trans.__('No kernel is asked, and no cell is marked.'),
        button: { label: trans.__('Switch on'), onClick: actions.switchOn }
      };
    case 'left-alone':
      return {
        title: trans.__('This kernel is left alone'),
        text: trans.__(
          'The settings name it among the kernels that are never asked, with the entry “%1”.',
          state.pattern
        ),
        button: actions.openSettings
          ? {
              label: trans.__('Open the settings'),
              onClick: actions.openSettings
            }
          : choose
      };
    case 'unasked':
      return {
        title: trans.__('The kernel was not asked yet'),
        text: trans.__(
          'By your settings it is asked what it has only when you say so.'
        ),
        button: { label: trans.__('Ask the kernel'), onClick: actions.probe }
      };
    case 'no-kernel':
      return {
        title: trans.__('No kernel'),
        text: trans.__(
          'Without a kernel there is nothing to judge this notebook by.'
        ),
        button: choose
      };
    case 'starting':
      return state.busy
        ? {
            title: trans.__('The kernel is busy'),
            text: trans.__('It is asked as soon as the running cell ends.')
          }
        : {
            title: trans.__('The kernel is starting'),
            text: trans.__('It is asked as soon as it is ready.')
          };
    case 'foreign':
      return {
        title: trans.__('Not a Python kernel'),
        text: trans.__(
          'This kernel runs %1. Keras Doctor reads Python notebooks.',
          state.language
        ),
        button: choose
      };
    case 'failed':
      return {
        title: trans.__('The kernel could not be asked'),
        text: state.message,
        button: { label: trans.__('Try again'), onClick: actions.probe }
      };
    case 'no-atlas':
      return {
        title: trans.__('The data of Keras Doctor cannot be read'),
        text: trans.__(
          '%1 Install the extension again, then reload this page.',
          state.message
        )
      };
    case 'judged':
      return null;
  }
}
