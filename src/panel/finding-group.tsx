/** The findings of one cell, rule or package, which fold away. */

import type { TranslationBundle } from '@jupyterlab/translation';
import { caretDownIcon, caretRightIcon } from '@jupyterlab/ui-components';
import * as React from 'react';

import type { Finding } from '../engine/types';
import { findingKey, type Diagnosis } from '../tokens';
import { FindingItem } from './finding';
import type { FindingsProps } from './findings';
import { positionOf, type Group, type Grouping, type Target } from './groups';
import { nameOf } from './view';

export interface FindingGroupProps extends FindingsProps {
  readonly group: Group;
  /** Where in this group somebody asked to be led; null where not here. */
  readonly target: Target | null;
}

export function FindingGroup(props: FindingGroupProps): JSX.Element {
  const { diagnosis, choices, chosen, group, target, trans, actions } = props;
  const { grouping } = choices;
  const open = !choices.isFolded(group.key);
  const [button, finding] = useLead(props);
  const list = React.useId();
  const Caret = (open ? caretDownIcon : caretRightIcon).react;
  return (
    <div className="jp-KerasDoctor-group" data-chosen={target !== null}>
      <h4>
        <button
          ref={button}
          type="button"
          className="jp-KerasDoctor-groupButton"
          aria-expanded={open}
          aria-controls={list}
          onClick={() => choices.fold(group.key, open)}
        >
          <Caret tag="span" aria-hidden="true" />
          <GroupName group={group} grouping={grouping} trans={trans} />
          <span className="jp-KerasDoctor-count" aria-hidden="true">
            {group.findings.length}
          </span>
        </button>
      </h4>
      <ul id={list} hidden={!open}>
        {group.findings.map(each => (
          <FindingItem
            key={findingKey(each)}
            finding={each}
            name={nameOf(each, diagnosis)}
            place={placeOf(each, grouping, diagnosis, trans)}
            editable={diagnosis.editable}
            nameRef={
              chosen && target?.finding === findingKey(each)
                ? finding
                : undefined
            }
            trans={trans}
            actions={actions}
          />
        ))}
      </ul>
    </div>
  );
}

/** Leads to the group, or to one of its findings, when somebody asks for it. */
function useLead({
  choices,
  chosen,
  group,
  target
}: FindingGroupProps): readonly [
  React.RefObject<HTMLButtonElement>,
  React.RefObject<HTMLButtonElement>
] {
  const button = React.useRef<HTMLButtonElement>(null);
  const finding = React.useRef<HTMLButtonElement>(null);
  const isTarget = target !== null;
  React.useEffect(() => {
    if (!isTarget || chosen?.claim() !== true) {
      return;
    }
    // What is folded cannot take the focus before it is drawn open.
    const reached = choices.isFolded(group.key)
      ? button.current
      : (finding.current ?? button.current);
    if (choices.isFolded(group.key)) {
      choices.fold(group.key, false);
    }
    reached?.scrollIntoView?.({ block: 'nearest' });
    reached?.focus();
  }, [chosen, isTarget]);
  return [button, finding];
}

function placeOf(
  { cellId, cell, line }: Finding,
  grouping: Grouping,
  diagnosis: Diagnosis,
  trans: TranslationBundle
): string {
  const label = cellId === null ? null : diagnosis.label(cellId);
  return grouping === 'cell'
    ? trans.__('line %1', line)
    : trans.__('cell %1, line %2', label?.position ?? cell + 1, line);
}

function GroupName(props: {
  readonly group: Group;
  readonly grouping: Grouping;
  readonly trans: TranslationBundle;
}): JSX.Element {
  const { group, grouping, trans } = props;
  return (
    <span className="jp-KerasDoctor-cellName">
      {grouping === 'cell' ? trans.__('Cell %1', positionOf(group)) : group.key}
      {typeof group.label?.count === 'number' && (
        <span className="jp-KerasDoctor-executionCount">{` [${group.label.count}]`}</span>
      )}
    </span>
  );
}
