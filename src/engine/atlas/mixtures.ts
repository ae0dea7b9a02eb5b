/** Releases that were put into one interpreter and imported. */

import type { PairsData } from './data';

/** Undefined where it was not tried, null where it works, otherwise `Type: message`. */
export type Tried = string | null | undefined;

export interface Mixture {
  readonly tensorflow: string | null;
  readonly keras: string | null;
  readonly tf_keras: string | null;
  readonly python: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly importTensorflow: Tried;
  readonly importKeras: Tried;
  readonly importTfKeras: Tried;
  /** `import tensorflow.keras`. */
  readonly tensorflowKeras: Tried;
  /** `import tensorflow; tensorflow.keras.layers`. */
  readonly attributeKeras: Tried;
}

export class Mixtures {
  constructor(data: PairsData) {
    const tried = (number: number): Tried =>
      number < 0 ? undefined : (data.exceptions[number] ?? '') || null;
    this.all = data.rows.map(row => ({
      tensorflow: row[0],
      keras: row[1],
      tf_keras: row[2],
      python: row[3],
      variables: row[4] ?? {},
      importTensorflow: tried(row[5]),
      importKeras: tried(row[6]),
      importTfKeras: tried(row[7]),
      tensorflowKeras: tried(row[8]),
      attributeKeras: tried(row[9])
    }));
    const plain = this.all.filter(
      row => row.tf_keras === null && Object.keys(row.variables).length === 0
    );
    this.pairs = plain.filter(row => row.tensorflow !== null);
    this.legacy = this.all.filter(
      row =>
        row.tensorflow !== null &&
        (row.tf_keras !== null || row.variables['TF_USE_LEGACY_KERAS'] === '1')
    );
    this.lacking = this.all.filter(
      row =>
        row.tensorflow !== null && row.variables['KERAS_BACKEND'] !== undefined
    );
    this.alone = this.all.filter(row => row.tensorflow === null);
  }

  readonly all: readonly Mixture[];
  /** TensorFlow with a keras or none, as it comes. */
  readonly pairs: readonly Mixture[];
  /** TensorFlow with a tf_keras, or none, that the variable has turned on. */
  readonly legacy: readonly Mixture[];
  /** TensorFlow with a keras that the variable has turned to a backend that is not there. */
  readonly lacking: readonly Mixture[];
  /** keras or tf_keras without TensorFlow. */
  readonly alone: readonly Mixture[];
}
