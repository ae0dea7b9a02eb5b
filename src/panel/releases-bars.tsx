/** The bars of the strip: one stop for the Tab key, arrow keys within. */

import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import { reached } from './arrows';
import { eraText, fareText } from './releases-words';
import type { Bar, Era } from './strip';

export interface ReleaseBarsProps {
  readonly eras: readonly Era[];
  /** Series whose cell is offered. */
  readonly chosen: string | null;
  /** Series at which the keyboard comes in. */
  readonly start: string;
  readonly trans: TranslationBundle;
  /** The pointer or the focus is on a bar; null once on none. */
  readonly onLook: (series: string | null) => void;
  readonly onChoose: (series: string) => void;
}

export function ReleaseBars(props: ReleaseBarsProps): JSX.Element {
  const { eras, chosen, start, trans, onLook, onChoose } = props;
  const list = React.useRef<HTMLDivElement>(null);
  const [focused, setFocused] = React.useState<string | null>(null);
  const all = eras.flatMap(({ bars }) => bars.map(({ series }) => series));
  const stops = [focused, start].filter(
    series => series !== null && all.includes(series)
  );
  const stop = stops[0] ?? all[0];
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const to = reached(
      ALONG[event.key] ?? event.key,
      all.indexOf(stop),
      all.length
    );
    if (to !== null) {
      event.preventDefault();
      const options = list.current?.querySelectorAll<HTMLElement>(OPTION);
      options?.item(to).focus();
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onChoose(stop);
    }
  };
  const hasFocus = (): boolean =>
    list.current?.contains(document.activeElement) === true;
  const onFocus = (series: string): void => {
    setFocused(series);
    onLook(series);
  };
  return (
    <div
      ref={list}
      className="jp-KerasDoctor-strip"
      role="listbox"
      aria-orientation="horizontal"
      aria-label={trans.__('Releases of TensorFlow')}
      onKeyDown={onKeyDown}
      onMouseLeave={() => onLook(hasFocus() ? focused : null)}
      onBlur={() => onLook(null)}
    >
      {eras.map(({ name, bars }) => (
        <div
          key={name}
          className="jp-KerasDoctor-era"
          role="group"
          aria-label={eraText(name, trans)}
        >
          <div className="jp-KerasDoctor-bars" role="presentation">
            {bars.map(bar => (
              <BarOption
                key={bar.series}
                bar={bar}
                isChosen={bar.series === chosen}
                isStop={bar.series === stop}
                trans={trans}
                onFocus={onFocus}
                onLook={onLook}
                onChoose={onChoose}
              />
            ))}
          </div>
          <div className="jp-KerasDoctor-eraName" aria-hidden="true">
            {eraText(name, trans)}
          </div>
        </div>
      ))}
    </div>
  );
}

const OPTION = '[role="option"]';

function BarOption(props: {
  readonly bar: Bar;
  readonly isChosen: boolean;
  readonly isStop: boolean;
  readonly trans: TranslationBundle;
  readonly onFocus: (series: string) => void;
  readonly onLook: (series: string) => void;
  readonly onChoose: (series: string) => void;
}): JSX.Element {
  const { bar, isChosen, isStop, trans, onFocus, onLook, onChoose } = props;
  const { series, release, level, failing, unknown } = bar;
  return (
    <div
      className="jp-KerasDoctor-bar"
      role="option"
      aria-selected={isChosen}
      aria-label={trans.__(
        'TensorFlow %1: %2',
        series,
        fareText(release, trans)
      )}
      tabIndex={isStop ? 0 : -1}
      data-level={level}
      data-installed={release.installed}
      data-installable={release.installable}
      onFocus={() => onFocus(series)}
      onMouseEnter={() => onLook(series)}
      onClick={() => onChoose(series)}
    >
      {/* As its name says it: the release, then the number that stands above it. */}
      <span className="jp-KerasDoctor-series">{series}</span>
      <span className="jp-KerasDoctor-column">
        <span className="jp-KerasDoctor-number">{numberText(bar)}</span>
        {unknown > 0 && (
          <span
            className="jp-KerasDoctor-unknownPart"
            style={{ height: percent(unknown) }}
          />
        )}
        {failing > 0 && (
          <span
            className="jp-KerasDoctor-failingPart"
            style={{ height: percent(failing) }}
          />
        )}
      </span>
    </div>
  );
}

/** What stands on a bar: `+` where more may fail, `?` where that is all there is to say. */
function numberText({ level, release }: Bar): string {
  const { failing, unknown } = release;
  switch (level) {
    case 'none':
      return '✓';
    case 'open':
      return '?';
    default:
      return failing > MOST
        ? `${MOST}+`
        : `${failing}${unknown > 0 ? '+' : ''}`;
  }
}

/** The largest number that fits on a bar. */
const MOST = 999;

/** Of the height that is left below the number. */
function percent(share: number): string {
  return `${Math.round(share * ROOM)}%`;
}

const ROOM = 68;

/** Bars stand side by side, and their rows one below the other: both pairs of arrows lead along them. */
const ALONG: Readonly<Record<string, string>> = {
  ArrowLeft: 'ArrowUp',
  ArrowRight: 'ArrowDown'
};
