/** The data cannot be used; `message` is one line for people. */
export class AtlasError extends Error {}
