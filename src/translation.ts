/** The texts of the extension in the language of the person. */

import {
  nullTranslator,
  type ITranslator,
  type TranslationBundle
} from '@jupyterlab/translation';

/** English where the application has no translator. */
export function textsOf(translator: ITranslator | null): TranslationBundle {
  return (translator ?? nullTranslator).load('jupyterlab_keras_doctor');
}
