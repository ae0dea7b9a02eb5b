/** The probe as one Python expression, for `user_expressions` of an execute request. */
import { PROBE_SOURCE } from './source';

/**
 * Runs the probe in a dictionary of its own and answers with base64 of the
 * Environment's JSON. It binds no name where it is evaluated, and reads one
 * only: `__import__`, so a notebook may shadow every other builtin. The
 * notebook's `__future__` imports are not inherited. JSON's string escapes are
 * Python's too.
 */
export const PROBE_EXPRESSION =
  "(lambda b: (lambda g: [b.exec(b.compile(g.pop('SOURCE'), '<keras-doctor>', 'exec', 0, True), g), " +
  "g.pop('RESULT'), g.clear()][1])({'__builtins__': b, '__name__': 'keras_doctor_probe', " +
  `'SOURCE': ${JSON.stringify(PROBE_SOURCE)}}))(__import__('builtins'))`;
