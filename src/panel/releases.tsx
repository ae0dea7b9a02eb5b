/** Where the notebook runs: all releases in a row, what fails in each, and the cell that installs it. */

import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { Report } from '../engine/types';
import type { Diagnosis } from '../tokens';
import type { PanelActions } from './actions';
import { Section } from './message';
import { ReleaseBars } from './releases-bars';
import { ReleaseCard } from './releases-card';
import { ReleaseTable } from './releases-table';
import { pythonText, verdictText } from './releases-words';
import { firstOf, stripOf, type Bar } from './strip';

export interface ReleasesProps {
  readonly diagnosis: Diagnosis;
  readonly report: Report;
  readonly trans: TranslationBundle;
  readonly actions: PanelActions;
}

export function ReleasesSection(props: ReleasesProps): JSX.Element {
  const { diagnosis, report, trans, actions } = props;
  const eras = React.useMemo(() => stripOf(report.releases), [report.releases]);
  const bars = eras.flatMap(era => era.bars);
  const python = pythonText(report, trans);
  // Series, not positions: the strip is made anew at each change of the notebook.
  const [chosen, setChosen] = React.useState<string | null>(null);
  const [looked, setLooked] = React.useState<string | null>(null);
  const named = (series: string | null): Bar | undefined =>
    bars.find(bar => bar.series === series);
  const first = firstOf(bars);
  const shown = named(looked) ?? named(chosen) ?? first;
  return (
    <Section
      id="releases"
      title={trans.__('Releases')}
      aside={
        <span className="jp-KerasDoctor-note">
          {trans.__('where does this notebook run?')}
        </span>
      }
    >
      <p>{verdictText(bars, python, trans)}</p>
      <ReleaseTable releases={report.releases} python={python} trans={trans} />
      <ReleaseBars
        eras={eras}
        chosen={chosen}
        start={chosen ?? first.series}
        trans={trans}
        onLook={setLooked}
        onChoose={setChosen}
      />
      <Legend bars={bars} python={python} trans={trans} />
      <ReleaseCard
        bar={shown}
        isChosen={shown.series === chosen}
        python={python}
        diagnosis={diagnosis}
        trans={trans}
        actions={actions}
      />
    </Section>
  );
}

/** The signs that a bar can carry besides its number, where one does. */
function Legend(props: {
  readonly bars: readonly Bar[];
  readonly python: string;
  readonly trans: TranslationBundle;
}): JSX.Element {
  const { bars, python, trans } = props;
  const releases = bars.map(({ release }) => release);
  const signs = [
    releases.some(({ installed }) => installed) && {
      sign: 'installed',
      text: trans.__('installed')
    },
    releases.some(({ installable }) => !installable) && {
      sign: 'out-of-reach',
      text: trans.__('no wheel for %1', python)
    },
    releases.some(({ unknown }) => unknown > 0) && {
      sign: 'unknown',
      text: trans.__('not judged')
    }
  ].filter(sign => sign !== false);
  return (
    <p className="jp-KerasDoctor-legend jp-KerasDoctor-note" aria-hidden="true">
      {signs.map(({ sign, text }) => (
        <span key={sign}>
          <span className="jp-KerasDoctor-sign" data-sign={sign} />
          {text}
        </span>
      ))}
    </p>
  );
}
