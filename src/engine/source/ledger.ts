/** Usages as they are found, put into document order at the end. */

import type { Binding } from './binding';
import { withOrigins, type Draft } from './drafts';
import { grounded } from './grounding';
import { Objects } from './objects';
import { kept, type Entry } from './results';
import type { Origin, Place, Span, Usage } from './usage';

/** An attribute that the notebook itself has set or deleted. */
interface Patch {
  readonly base: Origin;
  readonly path: readonly string[];
  readonly place: Place;
  readonly from: number;
}

/** Stands for every name among those that are stored. */
const ANY = '*';

/** Stored on an object, these decide what else it has. */
const ALL = [ANY, '__class__', '__dict__'];

/** More alternatives, or more steps back, than this are not followed. */
const ALTERNATIVES = 4;

/** The draft with those origins only that were known before it. */
function withoutLater(draft: Draft, id: number): Draft {
  return withOrigins(draft, origin => {
    const usages = origin.usages.filter(usage => usage < id);
    if (usages.length === origin.usages.length) {
      return origin;
    }
    const { stars } = origin;
    return { usages, open: true, ...(stars ? { stars } : {}) };
  });
}

export class Ledger {
  readonly objects = new Objects();

  /**
   * Files a usage under the place of its name and returns its provisional id.
   * The same place read again (a loop body) keeps its id; what a call of a
   * function has run stays as it was then. No usage comes from itself: what a
   * later pass of the loop binds only leaves its origin open.
   */
  add(draft: Draft, span: Span): number {
    if (
      draft.kind === 'attribute' &&
      draft.path.some(({ name }) => name === '__dict__')
    ) {
      this.store('__dict__');
    }
    const key = `${draft.place.cell}:${span.from}:${draft.kind}`;
    const id = this._ids.get(key) ?? this._entries.length;
    if (this._entries[id]?.draft.place.ran) {
      return id;
    }
    this._ids.set(key, id);
    this._entries[id] = { draft: withoutLater(draft, id), span };
    return id;
  }

  /** Notes that `base.path` is no longer what its module made it. */
  patch(
    base: Origin,
    path: readonly string[],
    place: Place,
    from: number
  ): void {
    this._patches.push({ base, path, place, from });
  }

  /**
   * Notes that some object may hold this attribute, because the notebook
   * stores one of the name; any, where the name is not known. `own` where it is
   * an object of a class of the notebook, in a way that is followed.
   */
  store(name: string | null, own = false): void {
    this._stored.add(name ?? ANY);
    if (!own) {
      this.objects.stray(name ?? ANY);
    }
  }

  /** Notes what a function of the notebook may return, by its place. */
  returned(place: string | null, value: Binding): void {
    this.objects.returned(place, value);
  }

  /** All usages in document order, with their final ids. */
  close(): readonly Usage[] {
    const entries = grounded(kept(this._entries, this.objects));
    const patched = this._patches.map(patch => ({
      ...patch,
      names: this._pathsOf(patch.base).map(path => [...path, ...patch.path])
    }));
    const order = entries.sort(
      (a, b) =>
        a.draft.place.cell - b.draft.place.cell ||
        a.span.from - b.span.from ||
        a.id - b.id
    );
    const ids = new Map(order.map((entry, position) => [entry.id, position]));
    const renumber = (list: readonly number[]) =>
      list.map(id => ids.get(id) ?? id).sort((a, b) => a - b);
    const settle = (origin: Origin, open: boolean): Origin => ({
      usages: renumber(origin.usages),
      open,
      ...(origin.stars ? { stars: renumber(origin.stars) } : {}),
      ...(origin.cases && open === origin.open
        ? {
            cases: origin.cases.map(({ when, ...each }) => ({
              ...settle(each, each.open),
              when
            }))
          }
        : {})
    });
    return order.map(({ draft, span }, id): Usage => {
      switch (draft.kind) {
        case 'attribute': {
          const path = draft.path.map(segment => segment.name);
          const names = patched.length
            ? this._pathsOf(draft.origin).map(base => [...base, ...path])
            : [];
          const open = patched.some(
            patch =>
              (patch.place.deferred ||
                draft.place.deferred ||
                patch.place.cell < draft.place.cell ||
                (patch.place.cell === draft.place.cell &&
                  patch.from < span.from)) &&
              patch.names.some(target =>
                names.some(name => target.every((part, i) => name[i] === part))
              )
          );
          const stored =
            this._stored.size > 0 &&
            [...ALL, ...path].some(name => this._stored.has(name)) &&
            this.isCalled(draft.origin);
          return {
            ...draft,
            id,
            origin: settle(draft.origin, draft.origin.open || open || stored)
          };
        }
        case 'call':
        case 'keyword':
          return {
            ...draft,
            id,
            origin: settle(draft.origin, draft.origin.open)
          };
        case 'import':
        case 'from': {
          const { variable, previous } = draft;
          return {
            ...draft,
            id,
            variable: variable && settle(variable, variable.open),
            ...(previous ? { previous: settle(previous, previous.open) } : {})
          };
        }
        case 'variable':
          return { ...draft, id, span };
      }
    });
  }

  /** Absolute dotted paths that `origin` may stand for. */
  private _pathsOf(origin: Origin, depth = 0): (readonly string[])[] {
    if (depth > ALTERNATIVES) {
      return [];
    }
    return origin.usages.slice(-ALTERNATIVES).flatMap(id => {
      const { draft } = this._entries[id];
      if (
        draft.kind === 'variable' ||
        draft.kind === 'call' ||
        draft.kind === 'keyword'
      ) {
        return [];
      }
      const path = draft.path.map(segment => segment.name);
      if (draft.kind === 'attribute') {
        return this._pathsOf(draft.origin, depth + 1)
          .slice(0, ALTERNATIVES)
          .map(base => [...base, ...path]);
      }
      if (draft.kind === 'from') {
        return [draft.name ? [...path, draft.name.name] : path];
      }
      return [draft.aliased ? path : path.slice(0, 1)];
    });
  }

  /** Whether a call may have yielded what `origin` stands for. */
  isCalled(origin: Origin, depth = 0): boolean {
    return origin.usages.some(id => {
      const { draft } = this._entries[id];
      return (
        draft.kind === 'call' ||
        (draft.kind === 'attribute' &&
          depth < ALTERNATIVES &&
          this.isCalled(draft.origin, depth + 1))
      );
    });
  }

  private readonly _stored = new Set<string>();
  private readonly _ids = new Map<string, number>();
  private readonly _entries: Entry[] = [];
  private readonly _patches: Patch[] = [];
}

/** The part of a binding that usages carry. */
export function originOf(binding: Binding): Origin {
  const { usages, open, stars, cases } = binding;
  return {
    usages,
    open,
    ...(stars ? { stars } : {}),
    ...(cases ? { cases: cases.map(({ value, ...each }) => each) } : {})
  };
}
