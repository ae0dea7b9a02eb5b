/** `tf.__version__` in a cell, and what its output says. */

import {
  besideKeras,
  cellName,
  type Evidence,
  type Kept,
  type SavedOutput
} from './evidence';

/** Names whose release is asked for. Only the beginnings of very long cells are looked at. */
const ASKED =
  /(?<![\w.])([A-Za-z_]\w{0,30}(?:\.\w{1,30}){0,3})\.(?:__version__|VERSION)\b/g;
/** A release of three numbers, alone: neither of a path nor of a time; what follows makes it none that was published. */
const RELEASE =
  /(?<![\w.:/\\-])(\d{1,4}\.\d{1,4}\.\d{1,4}(?:-?(?:rc|dev|a|b|tf)\w{0,20})?)(?![\w.:/\\]*\w)/g;
/** A line that names TensorFlow, then its release, and no other package before it. */
const LABELLED =
  /^[^\w\n]{0,20}(?:[A-Za-z]{1,12}[ \t]{1,3}){0,2}(?:tensorflow|tf)(?![-_.]\w)(?:[ \t]+version)?(?:[ \t]+is)?[^\w\n]{0,10}(?:v\.?)?(\d{1,4}\.\d{1,4}\.\d{1,4})(?![\w.-])/im;
/** A line that is nothing but a release. */
const ALONE = /^[ \t]*'?(\d{1,4}\.\d{1,4}\.\d{1,4})'?[ \t]*$/gm;
const LONGEST = 4_000;

export function printed(kept: Kept): readonly Evidence[] {
  const { saved, atlas, say } = kept;
  const isOwn = importsKeras(kept);
  return saved.outputs.flatMap((output): readonly Evidence[] => {
    const releases = releasesIn(output);
    const evidence = (
      title: string,
      version: string,
      fits: Evidence['fits'] | null
    ): readonly Evidence[] =>
      fits === null
        ? []
        : [
            {
              kind: 'ran',
              says: say(
                '%1 printed %2 %3',
                cellName(output.cell, say),
                title,
                version
              ),
              fits
            }
          ];
    return releases.flatMap(([name, version]) =>
      isTensorflow(name) && atlas.published('tensorflow').includes(version)
        ? evidence('TensorFlow', version, each => each === version)
        : name === 'keras' &&
            isOwn &&
            atlas.published('keras').includes(version)
          ? evidence('keras', version, besideKeras(version, atlas))
          : []
    );
  });
}

function isTensorflow(name: string): boolean {
  return /^(?:tf|tensorflow)(?:\.compat\.v[12])?(?:\.version)?$/.test(name);
}

/** `keras` is the package, and not that of TensorFlow. */
function importsKeras({ cells }: Kept): boolean {
  const sources = cells
    .filter(({ kind }) => kind === 'code')
    .map(({ source }) => source);
  return (
    sources.some(each => /^[ \t]*import keras[ \t]*(?:$|[;,#])/m.test(each)) &&
    !sources.some(each =>
      /\bfrom tensorflow import\b[^\n]*\bkeras\b|\bas keras\b/.test(each)
    )
  );
}

/** Each name with the release that was printed for it; none where it is not certain which is whose. */
function releasesIn({
  source,
  text
}: SavedOutput): readonly (readonly [string, string])[] {
  const code = source.slice(0, LONGEST).replace(/^[ \t]*#.*$/gm, '');
  const names = [...code.matchAll(ASKED)].map(match => match[1] ?? '');
  const own = names.filter(isTensorflow);
  if (names.length === 0) {
    return [];
  }
  // A release that the code itself names is that of a comparison.
  const isNew = (version: string): boolean => !source.includes(version);
  const said = text.slice(0, LONGEST);
  const found = [...said.matchAll(RELEASE)]
    .map(match => match[1] ?? '')
    .filter(isNew);
  if (found.length === names.length) {
    return names.map((name, index) => [name, found[index] ?? '']);
  }
  const labelled = own.length === 0 ? undefined : LABELLED.exec(said)?.[1];
  const alone = [...said.matchAll(ALONE)].map(match => match[1] ?? '');
  const version =
    labelled ??
    (names.length === 1 && alone.length === 1 ? alone[0] : undefined);
  const name = labelled === undefined ? names[0] : own[0];
  return version === undefined || name === undefined || !isNew(version)
    ? []
    : [[name, version]];
}
