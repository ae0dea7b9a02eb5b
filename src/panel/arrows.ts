/** Arrow keys along a row of stops; among the findings from name to name, past their other buttons. */

import type { KeyboardEvent } from 'react';

/** Headings of groups and names of findings, those that are folded away left out. */
const STOPS =
  '.jp-KerasDoctor-groupButton, ul:not([hidden]) > * .jp-KerasDoctor-name';

/** The element that a finding's buttons are in. */
const FINDING = '.jp-KerasDoctor-finding';

/** Up, Down, Home and End; the Tab key goes to every button all the same. */
export function walkWithArrows(event: KeyboardEvent<HTMLElement>): void {
  const { currentTarget, target, key } = event;
  if (!(target instanceof Element) || event.altKey || event.ctrlKey) {
    return;
  }
  const stops = Array.from(currentTarget.querySelectorAll<HTMLElement>(STOPS));
  const finding = target.closest(FINDING);
  const at = stops.findIndex(
    stop => stop === target || finding?.contains(stop) === true
  );
  const to = reached(key, at, stops.length);
  if (to !== null) {
    event.preventDefault();
    stops[to]?.focus();
  }
}

/** Where a key leads from one of so many stops; null for a key that leads nowhere. */
export function reached(
  key: string,
  from: number,
  count: number
): number | null {
  switch (key) {
    case 'ArrowUp':
      return Math.max(0, from - 1);
    case 'ArrowDown':
      return Math.min(count - 1, from + 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
