/** A notebook's usages with their verdicts in one environment, and who answers for what fails there. */

import type { Remedy } from './offers';
import { ancestryOf } from './resolver/exceptions';
import type { Verdict } from './resolver/verdict';
import type { Context } from './rules/rule';
import { Siblings } from './siblings';
import { Calls } from './source/callers';
import { isGuarded } from './source/guarded';
import { rangeOf } from './source/lines';
import { segmentsOf } from './source/segments';
import type { Usage } from './source/usage';
import { toldOfMissing, toldOfNotice, type Told } from './told';
import type { Cell } from './types';

export class Judged {
  constructor(
    readonly cells: readonly Cell[],
    readonly usages: readonly Usage[],
    readonly verdicts: readonly Verdict[],
    /** Where they were judged. */
    readonly context: Context
  ) {}

  /** The same notebook and place, judged otherwise. */
  with({
    usages = this.usages,
    verdicts
  }: Pick<Judged, 'verdicts'> & Partial<Pick<Judged, 'usages'>>): Judged {
    return new Judged(this.cells, usages, verdicts, this.context);
  }

  cellOf({ place }: Usage): Cell | undefined {
    this.byIndex ??= new Map(this.cells.map(cell => [cell.index, cell]));
    return this.byIndex.get(place.cell);
  }

  /** The usages that fail and are not caught, blocked ones included, but none that is silenced: what remedies count. */
  failing(silenced: ReadonlySet<number> = new Set()): readonly number[] {
    return this.usages
      .filter(usage => {
        const verdict = this.verdicts[usage.id];
        return (
          !silenced.has(usage.id) &&
          ((verdict?.status === 'blocked' && !silenced.has(verdict.by)) ||
            (verdict?.status === 'missing' &&
              !isGuarded(usage.place, ancestryOf(verdict.exception))))
        );
      })
      .map(usage => usage.id);
  }

  /**
   * Which failing usage answers for each one that does not work: names of one
   * statement that fail at the same place share the first, blocked ones go to
   * what blocks them.
   */
  get owners(): ReadonlyMap<number, number> {
    return (this.answering ??= ownersOf(this));
  }

  /** Where the findings begin that these usages answer for; what is blocked has none of its own. */
  placesOf(ids: readonly number[]): Remedy['clearsAt'] {
    return ids.flatMap(id => {
      const usage = this.usages[id];
      const verdict = this.verdicts[id];
      const cell = this.cellOf(usage);
      const segment =
        verdict?.status === 'missing'
          ? segmentsOf(usage)[verdict.segment]
          : undefined;
      if (
        this.owners.get(id) !== id ||
        cell === undefined ||
        segment === undefined
      ) {
        return [];
      }
      const { line, column } = rangeOf(cell.source, segment.span);
      return [{ cell: cell.index, line, column }];
    });
  }

  /** The usages of its statement and kind, itself included. */
  siblingsOf(usage: Usage): readonly Usage[] {
    this.siblings ??= new Siblings(this.usages);
    return this.siblings.of(usage);
  }

  /** What a rule says of a usage; null where none has anything to say. */
  toldOf(id: number): Told | null {
    const known = this.told.get(id);
    if (known !== undefined) {
      return known;
    }
    const told = this.tell(this.usages[id]);
    this.told.set(id, told);
    return told;
  }

  private tell(usage: Usage): Told | null {
    const verdict = this.verdicts[usage.id];
    this.calls ??= new Calls(this.usages);
    const call = this.calls.of(usage);
    return verdict?.status === 'missing'
      ? toldOfMissing(
          { usage, verdict, call, siblings: this.siblingsOf(usage) },
          this.context
        )
      : verdict?.status === 'found' && verdict.notice !== undefined
        ? toldOfNotice({ usage, notice: verdict.notice, call }, this.context)
        : null;
  }

  private byIndex?: ReadonlyMap<number, Cell>;
  private answering?: ReadonlyMap<number, number>;
  private calls?: Calls;
  private siblings?: Siblings;
  private readonly told = new Map<number, Told | null>();
}

function ownersOf({ usages, verdicts }: Judged): ReadonlyMap<number, number> {
  const owners = new Map<number, number>();
  const places = new Map<string, number>();
  for (const usage of usages) {
    const verdict = verdicts[usage.id];
    if (verdict?.status === 'missing') {
      const segment = segmentsOf(usage)[verdict.segment];
      const key = `${usage.place.cell}:${segment?.span.from}`;
      const owner = places.get(key) ?? usage.id;
      places.set(key, owner);
      owners.set(usage.id, owner);
    }
  }
  for (const usage of usages) {
    const verdict = verdicts[usage.id];
    if (verdict?.status === 'blocked') {
      owners.set(usage.id, owners.get(verdict.by) ?? verdict.by);
    }
  }
  return owners;
}
