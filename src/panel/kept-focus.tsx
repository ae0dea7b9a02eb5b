/** Keeps the focus in the panel when the button that has it goes away, as that of a fix does once it was made. */

import * as React from 'react';

export interface KeptFocusProps {
  /** Takes the focus where nothing near by can. */
  readonly home: () => HTMLElement | null;
  readonly children: React.ReactNode;
}

/** What had the focus before the panel was drawn anew. */
interface Focused {
  readonly element: Element;
  /** Position of its finding among those that are shown; -1 where it is in none. */
  readonly index: number;
}

const FINDING = '.jp-KerasDoctor-group ul:not([hidden]) > li';

/** A class: React shows the page as it was before a change to no function. */
export class KeptFocus extends React.Component<KeptFocusProps> {
  override getSnapshotBeforeUpdate(): Focused | null {
    const home = this.props.home();
    const element = document.activeElement;
    return element && home && home !== element && home.contains(element)
      ? {
          element,
          index: findings(home).findIndex(each => each.contains(element))
        }
      : null;
  }

  override componentDidUpdate(
    _props: KeptFocusProps,
    _state: unknown,
    focused: Focused | null
  ): void {
    const isLost = document.activeElement === document.body;
    if (!focused || focused.element.isConnected || !isLost) {
      return;
    }
    const home = this.props.home();
    const left = home && focused.index >= 0 ? findings(home) : [];
    // What came into its place, or the last where it was the last.
    const near = left[focused.index] ?? left[left.length - 1];
    (near?.querySelector<HTMLElement>('button') ?? home)?.focus();
  }

  override render(): React.ReactNode {
    return this.props.children;
  }
}

function findings(home: HTMLElement): readonly HTMLElement[] {
  return Array.from(home.querySelectorAll<HTMLElement>(FINDING));
}
