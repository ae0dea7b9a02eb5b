/**
 * Attributes that every class and every object has under each CPython from 3.6 to 3.13, whatever dir() shows of them.
 * atlas/tests/test_attributes.py asks the interpreters.
 */

/** Of objects: what `object` gives. */
export const OF_EVERY_OBJECT: ReadonlySet<string> = new Set([
  '__class__',
  '__delattr__',
  '__dir__',
  '__doc__',
  '__eq__',
  '__format__',
  '__ge__',
  '__getattribute__',
  '__gt__',
  '__hash__',
  '__init__',
  '__init_subclass__',
  '__le__',
  '__lt__',
  '__ne__',
  '__new__',
  '__reduce__',
  '__reduce_ex__',
  '__repr__',
  '__setattr__',
  '__sizeof__',
  '__str__',
  '__subclasshook__'
]);

/** Of classes: what `type` gives too. */
export const OF_EVERY_CLASS: ReadonlySet<string> = new Set([
  ...OF_EVERY_OBJECT,
  '__base__',
  '__bases__',
  '__basicsize__',
  '__call__',
  '__dict__',
  '__dictoffset__',
  '__flags__',
  '__instancecheck__',
  '__itemsize__',
  '__module__',
  '__mro__',
  '__name__',
  '__prepare__',
  '__qualname__',
  '__subclasscheck__',
  '__subclasses__',
  '__text_signature__',
  '__weakrefoffset__',
  'mro'
]);

/**
 * Properties that Keras' layers and models raise AttributeError for until they
 * are built or called, as their documentation says of `input` and `output`; of
 * `name_scope` in TensorFlow 1.15 and `distribute_reduction_method` in Keras 3
 * docs/conformance.md tells. What has run decides, so that nothing is said.
 */
export const UNTIL_BUILT: ReadonlySet<string> = new Set([
  'distribute_reduction_method',
  'input',
  'input_mask',
  'input_shape',
  'name_scope',
  'output',
  'output_mask',
  'output_shape'
]);

/**
 * What other code sets on an object, which its own class does not tell: `fit`
 * leaves its callback in `model.history` (called in Keras 3.3.3 and 3.15.1, read
 * in callbacks.py of TensorFlow 1.15.5 to 2.13.1 and in keras 2.3.1), and
 * Bidirectional marks its layers. Whether that has run is not known.
 */
export const SET_BY_OTHERS: ReadonlySet<string> = new Set([
  'history',
  'zero_output_for_mask'
]);
