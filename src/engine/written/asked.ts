/** What the notebook itself asks for: its pins, and Colab's choice of a TensorFlow. */

import { readRequirement } from '../requirements';
import { majorOf, satisfies } from '../versions';
import { besideKeras, cellName, type Evidence, type Kept } from './evidence';

/** Colab had a TensorFlow of each major release side by side, and this line chose. */
const COLAB = /^[ \t]{0,20}%tensorflow_version[ \t]+([12])\b/m;

export function asked({ cells, pins, atlas, say }: Kept): readonly Evidence[] {
  const pinned = pins.flatMap(
    ({ cell, name, specifier, written }): readonly Evidence[] => {
      const key = readRequirement(name)?.key;
      const exact = /^={2,3}([^*,]+)$/.exec(specifier)?.[1];
      const fits =
        key === 'tensorflow'
          ? (each: string) => satisfies(each, specifier) === true
          : key === 'keras' && exact !== undefined
            ? besideKeras(exact, atlas)
            : null;
      const says = say('%1 installs %2', cellName(cell, say), written);
      return fits === null ? [] : [{ kind: 'asked', says, fits }];
    }
  );
  const chosen = cells.flatMap(
    ({ index, kind, source }): readonly Evidence[] => {
      const major = kind === 'code' ? COLAB.exec(source)?.[1] : undefined;
      return major === undefined
        ? []
        : [
            {
              kind: 'asked',
              says: say(
                '%1 chooses TensorFlow %2.x in Colab',
                cellName(index, say),
                major
              ),
              fits: each => String(majorOf(each)) === major
            }
          ];
    }
  );
  return [...pinned, ...chosen];
}
