/** Keywords and methods that have another name now. */

/**
 * Callables whose old keyword means exactly what the new one does: both were
 * given to each, and the configurations compared, in keras 2.1.2, 2.2.4 and
 * 2.3.1, for `lr` also in TensorFlow 2.4.4 and 2.10.1. Ftrl differs there.
 */
interface Renamed {
  readonly to: string;
  readonly of: readonly string[];
}

const RECURRENT = ['LSTM', 'GRU', 'SimpleRNN'];
const PLANAR = ['Conv2D', 'Convolution2D'];
const CONVOLUTIONS = ['Conv1D', 'Convolution1D', ...PLANAR];
const STRIDING = [
  ...PLANAR,
  ...['Conv3D', 'Convolution3D'],
  ...['SeparableConv2D', 'SeparableConvolution2D'],
  ...['Conv2DTranspose', 'Deconvolution2D']
];
const KERNELS = ['Dense', ...CONVOLUTIONS];
const WEIGHTED = [...KERNELS, ...RECURRENT];
const POOLS = ['MaxPooling1D', 'MaxPooling2D', 'AveragePooling2D'];
const DROPPING = ['Dropout', 'SpatialDropout2D', 'GaussianDropout'];
const OPTIMIZERS = [
  ...['SGD', 'Adam', 'RMSprop', 'Adagrad'],
  ...['Adadelta', 'Adamax', 'Nadam']
];
const MODELS = ['Model'];
const FITS = ['fit', 'fit_generator'];

const KEYWORDS: Readonly<Record<string, readonly Renamed[]>> = {
  lr: [{ to: 'learning_rate', of: OPTIMIZERS }],
  output_dim: [{ to: 'units', of: ['Dense', ...RECURRENT] }],
  init: [
    { to: 'kernel_initializer', of: WEIGHTED },
    { to: 'embeddings_initializer', of: ['Embedding'] },
    { to: 'alpha_initializer', of: ['PReLU'] }
  ],
  bias: [{ to: 'use_bias', of: KERNELS }],
  W_regularizer: [
    { to: 'kernel_regularizer', of: WEIGHTED },
    { to: 'embeddings_regularizer', of: ['Embedding'] }
  ],
  b_regularizer: [{ to: 'bias_regularizer', of: WEIGHTED }],
  U_regularizer: [{ to: 'recurrent_regularizer', of: RECURRENT }],
  W_constraint: [
    { to: 'kernel_constraint', of: KERNELS },
    { to: 'embeddings_constraint', of: ['Embedding'] }
  ],
  b_constraint: [{ to: 'bias_constraint', of: KERNELS }],
  inner_init: [{ to: 'recurrent_initializer', of: RECURRENT }],
  inner_activation: [{ to: 'recurrent_activation', of: ['LSTM', 'GRU'] }],
  dropout_W: [{ to: 'dropout', of: RECURRENT }],
  dropout_U: [{ to: 'recurrent_dropout', of: RECURRENT }],
  border_mode: [
    { to: 'padding', of: [...CONVOLUTIONS, ...STRIDING, ...POOLS] }
  ],
  subsample: [{ to: 'strides', of: STRIDING }],
  subsample_length: [{ to: 'strides', of: ['Conv1D', 'Convolution1D'] }],
  nb_filter: [{ to: 'filters', of: CONVOLUTIONS }],
  filter_length: [{ to: 'kernel_size', of: ['Conv1D', 'Convolution1D'] }],
  pool_length: [{ to: 'pool_size', of: ['MaxPooling1D'] }],
  stride: [{ to: 'strides', of: ['MaxPooling1D'] }],
  length: [{ to: 'size', of: ['UpSampling1D'] }],
  p: [{ to: 'rate', of: DROPPING }],
  sigma: [{ to: 'stddev', of: ['GaussianNoise'] }],
  beta_init: [{ to: 'beta_initializer', of: ['BatchNormalization'] }],
  gamma_init: [{ to: 'gamma_initializer', of: ['BatchNormalization'] }],
  input: [{ to: 'inputs', of: MODELS }],
  output: [{ to: 'outputs', of: MODELS }],
  nb_epoch: [{ to: 'epochs', of: FITS }]
};

/** Other names that a keyword has had, and whether the callable was measured to take them alike. */
export function renamesOf(
  callable: string,
  keyword: string
): readonly { readonly to: string; readonly same: boolean }[] {
  const known = Object.prototype.hasOwnProperty.call(KEYWORDS, keyword)
    ? (KEYWORDS[keyword] ?? [])
    : [];
  return known.map(({ to, of }) => ({ to, same: of.includes(callable) }));
}

/**
 * Methods that another one has taken over. Called with the same arguments they
 * gave the same in TensorFlow 2.4.4 and 2.5.3, those of generators also
 * in 2.15.1. The places of arguments after the first are not the same.
 */
const METHODS: ReadonlyMap<string, string> = new Map([
  ['fit_generator', 'fit'],
  ['evaluate_generator', 'evaluate'],
  ['predict_generator', 'predict'],
  ['predict_proba', 'predict']
]);

export function successorOf(method: string): string | null {
  return METHODS.get(method) ?? null;
}
