/** Which notebook is checked in which environments. */

export const CASES: Readonly<Record<string, readonly string[]>> = {
  'tf1-sessions': ['tf1.15', 'tf2.4', 'tf2.21'],
  'keras-2.0-style': ['tf1.15', 'tf2.4+keras2.4.3', 'tf2.12', 'tf2.21'],
  'tf2-tutorial': ['tf2.4', 'tf2.15', 'tf2.21'],
  'transfer-learning': ['tf2.4', 'tf2.12', 'tf2.21'],
  'gan-train-step': ['tf2.4', 'tf2.15', 'tf2.18'],
  'text-tokenizer': ['tf2.4+keras2.4.3', 'tf2.12', 'tf2.21'],
  'keras-3-port': ['tf2.15', 'tf2.18', 'keras3-jax'],
  'mixed-keras': ['tf1.15', 'tf2.15', 'tf2.16+legacy', 'tf2.4+keras2.8.0'],
  'guarded-imports': ['tf1.15', 'tf2.4', 'tf2.21'],
  'magics-and-broken-cells': ['tf2.4', 'tf2.21'],
  'pinned-release': ['tf2.15', 'tf2.21', 'tfkeras-none'],
  'colab-style': ['tf2.15', 'tf2.18', 'tf2.18+legacy']
};
