/** Findings, by cell. */

import type { TranslationBundle } from '@jupyterlab/translation';
import { caretDownIcon, caretRightIcon } from '@jupyterlab/ui-components';
import * as React from 'react';

import type { Report } from '../engine/types';
import { findingKey, type Diagnosis } from '../tokens';
import type { PanelActions } from './actions';
import { FindingItem } from './finding';
import { Section } from './message';
import { groupByCell, nameOf, type CellGroup } from './view';

/** A cell whose findings somebody asked to see; a new object for each request. */
export interface ChosenCell {
  readonly cellId: string;
}

export interface FindingsProps {
  readonly diagnosis: Diagnosis;
  readonly report: Report;
  readonly chosen: ChosenCell | null;
  readonly trans: TranslationBundle;
  readonly actions: PanelActions;
}

export function FindingsSection(props: FindingsProps): JSX.Element {
  const { diagnosis, report, trans } = props;
  const groups = groupByCell(report.findings, id => diagnosis.label(id));
  return (
    <Section
      id="findings"
      title={trans.__('Findings')}
      aside={
        <span className="jp-KerasDoctor-count">{report.findings.length}</span>
      }
    >
      {groups.map(group => (
        <Group key={group.cellId} {...props} group={group} />
      ))}
    </Section>
  );
}

function Group(
  props: FindingsProps & { readonly group: CellGroup }
): JSX.Element {
  const { diagnosis, group, chosen, trans, actions } = props;
  const [open, setOpen] = React.useState(true);
  const button = React.useRef<HTMLButtonElement>(null);
  const isChosen = chosen?.cellId === group.cellId;
  React.useEffect(() => {
    if (isChosen) {
      setOpen(true);
      button.current?.scrollIntoView?.({ block: 'nearest' });
      button.current?.focus();
    }
  }, [chosen, isChosen]);
  const list = `jp-KerasDoctor-cell-${group.cellId}`;
  const Caret = (open ? caretDownIcon : caretRightIcon).react;
  return (
    <div className="jp-KerasDoctor-group" data-chosen={isChosen}>
      <h4>
        <button
          ref={button}
          type="button"
          className="jp-KerasDoctor-groupButton"
          aria-expanded={open}
          aria-controls={list}
          onClick={() => setOpen(!open)}
        >
          <Caret tag="span" aria-hidden="true" />
          <CellName group={group} trans={trans} />
          <span className="jp-KerasDoctor-count" aria-hidden="true">
            {group.findings.length}
          </span>
        </button>
      </h4>
      <ul id={list} hidden={!open}>
        {group.findings.map(finding => (
          <FindingItem
            key={findingKey(finding)}
            finding={finding}
            name={nameOf(finding, diagnosis)}
            editable={diagnosis.editable}
            trans={trans}
            actions={actions}
          />
        ))}
      </ul>
    </div>
  );
}

function CellName(props: {
  readonly group: CellGroup;
  readonly trans: TranslationBundle;
}): JSX.Element {
  const { label, findings } = props.group;
  const position = label ? label.position : findings[0].cell + 1;
  return (
    <span className="jp-KerasDoctor-cellName">
      {props.trans.__('Cell %1', position)}
      {typeof label?.count === 'number' && (
        <span className="jp-KerasDoctor-executionCount">{` [${label.count}]`}</span>
      )}
    </span>
  );
}
