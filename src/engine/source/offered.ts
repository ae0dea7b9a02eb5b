/** The cell that Keras Doctor has offered, known by its first line wherever there is no metadata. */

export const isOffered = (source: string): boolean =>
  /^\s*# Keras Doctor:/.test(source);
