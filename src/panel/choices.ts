/** How a person chose to look at the findings; it outlives the notebook, the panel and the page. */

import { Signal, type ISignal } from '@lumino/signaling';
import type { ReadonlyPartialJSONValue } from '@lumino/coreutils';

import { SEVERITIES } from '../counts';
import type { Severity } from '../engine/types';
import { GROUPINGS, NO_FILTER, type Filter, type Grouping } from './groups';

/** Where choices are kept. */
export interface ChoiceStore {
  fetch(): Promise<unknown>;
  save(value: ReadonlyPartialJSONValue): Promise<unknown>;
}

/**
 * The grouping and the severities are kept in the store. The rule and what is
 * folded stay in memory: they speak of the notebooks that are open.
 */
export class Choices {
  constructor(private readonly store: ChoiceStore | null) {
    store
      ?.fetch()
      .then(kept => this.restore(kept))
      .catch(() => undefined);
  }

  get grouping(): Grouping {
    return this._grouping;
  }

  get filter(): Filter {
    return this._filter;
  }

  get changed(): ISignal<this, void> {
    return this._changed;
  }

  group(grouping: Grouping): void {
    this._grouping = grouping;
    this.keep();
  }

  /** Shows the findings of a severity, or hides them where they are shown. */
  toggle(severity: Severity): void {
    const { hidden } = this._filter;
    this._filter = {
      ...this._filter,
      hidden: hidden.includes(severity)
        ? hidden.filter(each => each !== severity)
        : [...hidden, severity]
    };
    this.keep();
  }

  narrow(rule: string | null): void {
    this._filter = { ...this._filter, rule };
    this._changed.emit();
  }

  showAll(): void {
    this._filter = NO_FILTER;
    this.keep();
  }

  isFolded(group: string): boolean {
    return this.folded.has(this.nameOf(group));
  }

  fold(group: string, folded: boolean): void {
    const name = this.nameOf(group);
    if (folded) {
      this.folded.add(name);
    } else {
      this.folded.delete(name);
    }
    this._changed.emit();
  }

  private nameOf(group: string): string {
    return `${this._grouping}:${group}`;
  }

  private keep(): void {
    this.isTouched = true;
    const { grouping, filter } = this;
    // Where it cannot be kept, it lasts as long as the page.
    this.store
      ?.save({ grouping, hidden: [...filter.hidden] })
      .catch(() => undefined);
    this._changed.emit();
  }

  /** What the person chose while it was fetched stays. */
  private restore(kept: unknown): void {
    if (this.isTouched || typeof kept !== 'object' || kept === null) {
      return;
    }
    const grouping: unknown = Reflect.get(kept, 'grouping');
    const hidden: unknown = Reflect.get(kept, 'hidden');
    this._grouping = GROUPINGS.find(each => each === grouping) ?? 'cell';
    this._filter = {
      ...this._filter,
      hidden: SEVERITIES.filter(
        each => Array.isArray(hidden) && hidden.includes(each)
      )
    };
    this._changed.emit();
  }

  private readonly folded = new Set<string>();
  private isTouched = false;
  private _grouping: Grouping = 'cell';
  private _filter: Filter = NO_FILTER;
  private readonly _changed = new Signal<this, void>(this);
}
