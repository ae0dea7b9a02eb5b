import { plain, saying, told, type Told } from '../text';

/** The data cannot be used; `message` is one line for people. */
export class AtlasError extends Error {
  constructor(template: string, ...values: readonly string[]) {
    super(saying(plain, told(template, ...values)));
    this.told = told(template, ...values);
  }

  /** The message, to be said in the person's language. */
  readonly told: Told;
}
