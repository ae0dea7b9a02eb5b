/** `from … import *`: names that appear without being written. */

import type { Binding } from './binding';
import { lookUp, type Context } from './context';
import type { Origin } from './usage';

/** Under this name a scope keeps the star imports that may bind any name. */
export const STAR = '*';

/** Packages whose `*` is known to hold none of our modules under any name. */
const HARMLESS =
  /^(numpy|scipy|pandas|matplotlib|pylab|sklearn|seaborn|sympy|PIL|cv2|IPython|ipywidgets|tkinter|Tkinter|turtle|math|cmath|random|os|sys|time|datetime|typing|itertools|functools|collections|operator|statistics|string|struct|ctypes|decimal|fractions|pathlib|glob|shutil|subprocess|threading|socket|pyspark|pymongo|sqlalchemy|skimage|nltk|torch|__future__|six|builtins)(\.|$)/;

/** Names that are there without any import; a star import seldom means them. */
const BUILTIN =
  /^(_\w*|In|Out|display|get_ipython|exit|quit|open|print|input|abs|all|any|bin|bool|bytes|bytearray|callable|chr|classmethod|compile|complex|delattr|dict|dir|divmod|enumerate|eval|exec|filter|float|format|frozenset|getattr|globals|hasattr|hash|help|hex|id|int|isinstance|issubclass|iter|len|list|locals|map|max|memoryview|min|next|object|oct|ord|pow|property|range|repr|reversed|round|set|setattr|slice|sorted|staticmethod|str|sum|super|tuple|type|vars|zip|NotImplemented|Ellipsis|[A-Z]\w*(Error|Exception|Warning|Exit|Iteration|Interrupt)|Exception|xrange|unicode|raw_input|basestring|reduce|long|unichr)$/;

/** What a star import makes of `binding`: a star of ours may have bound it anew, an unknown one too. */
function starred(held: Binding, star: number | null): Binding {
  const { usages, open, foreign, stars = [], partial } = held;
  const all = star === null ? stars : [...stars, star];
  return {
    usages,
    open: open || star === null,
    foreign,
    ...(all.length ? { stars: all } : {}),
    ...(partial ? { partial } : {})
  };
}

/**
 * @param usage The usage of the star import, null where its module is none of ours.
 * @param module Its dotted name, empty for a relative one.
 */
export function importStar(
  usage: number | null,
  module: string,
  at: Context
): void {
  if (usage === null && HARMLESS.test(module)) {
    return;
  }
  for (const variable of at.state.bound()) {
    const held = at.state.get(variable);
    // Nobody's helper module means anything but TensorFlow by `tf`.
    const kept = usage === null && variable === at.scope.target('tf');
    const isOwn = held?.value && held.value.kind !== 'foreign';
    if (held && (held.usages.length > 0 || isOwn) && !kept) {
      at.state.set(variable, starred(held, usage));
    }
  }
  const all = at.scope.target(STAR);
  const before = at.state.get(all) ?? { usages: [], open: false, foreign: [] };
  at.state.set(all, starred(before, usage));
}

/** Where the unbound `name` comes from if star imports of ours bring it; null where anything else may. */
export function originByStar(name: string, at: Context): Origin | null {
  const { stars, open } = lookUp(STAR, at) ?? {};
  const variable = at.scope.source(name, () => false);
  return stars &&
    !open &&
    variable.scope.kind === 'module' &&
    !BUILTIN.test(name)
    ? { usages: [], open: true, stars }
    : null;
}
