/** Findings in groups, those that the filter leaves. */

import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { Report } from '../engine/types';
import type { Diagnosis } from '../tokens';
import type { PanelActions } from './actions';
import { walkWithArrows } from './arrows';
import type { Choices } from './choices';
import { Controls } from './controls';
import { FindingGroup } from './finding-group';
import { filtered, groupsOf, targetOf } from './groups';
import { Section } from './message';

/** A cell whose findings somebody asked to see; a new object for each request. */
export interface ChosenCell {
  readonly cellId: string;
  /** True once: who is given it moves the focus, and nobody does so again when the panel is drawn anew. */
  readonly claim: () => boolean;
}

export interface FindingsProps {
  readonly diagnosis: Diagnosis;
  readonly report: Report;
  readonly choices: Choices;
  readonly chosen: ChosenCell | null;
  readonly trans: TranslationBundle;
  readonly actions: PanelActions;
}

export function FindingsSection(props: FindingsProps): JSX.Element {
  const { diagnosis, report, choices, chosen, trans } = props;
  const { grouping, filter } = choices;
  const all = report.findings;
  const shown = filtered(all, filter);
  const groups = groupsOf(shown, grouping, id => diagnosis.label(id));
  const target = chosen && targetOf(groups, grouping, chosen.cellId);
  return (
    <Section
      id="findings"
      title={trans.__('Findings')}
      aside={
        <span className="jp-KerasDoctor-count">
          {shown.length === all.length
            ? all.length
            : trans.__('%1 of %2', shown.length, all.length)}
        </span>
      }
    >
      {all.length > 1 && (
        <Controls findings={all} choices={choices} trans={trans} />
      )}
      <div onKeyDown={walkWithArrows}>
        {groups.map(group => (
          <FindingGroup
            key={`${grouping}:${group.key}`}
            {...props}
            group={group}
            target={target?.group === group.key ? target : null}
          />
        ))}
      </div>
      {shown.length < all.length && (
        <p className="jp-KerasDoctor-note">
          {trans._n(
            'The filter hides %1 finding.',
            'The filter hides %1 findings.',
            all.length - shown.length
          )}{' '}
          <button
            type="button"
            className="jp-KerasDoctor-other"
            onClick={() => choices.showAll()}
          >
            {trans.__('Show all')}
          </button>
        </p>
      )}
    </Section>
  );
}
