#!/usr/bin/env bash
# Opens JupyterLab on the examples. Usage: [TENSORFLOW=2.4.4] [LAB_ARGS=--no-browser] make/lab.sh
set -euo pipefail
cd "$(dirname "$0")/.."
export PATH="$PWD/.venv/bin:$PATH"

arguments=()
if [ "$(id -u)" = 0 ]; then
  arguments+=(--allow-root)
fi

if [ -n "${TENSORFLOW:-}" ]; then
  # An environment of its own for each release: the notebook's pip cell may change it. `make clean` removes it.
  kernels=$PWD/.environments/lab
  place=$kernels/tensorflow-$TENSORFLOW
  if [ ! -e "$place/.keras-doctor-complete" ]; then
    echo "Making a kernel with TensorFlow $TENSORFLOW (a minute or two)"
    python make/pythons.py "$TENSORFLOW"
    (cd atlas && python -m builder environment --release "$TENSORFLOW" --extra ipykernel --extra pip --at "$place") >/dev/null
  fi
  python make/kernelspec.py "$kernels" "tensorflow-$TENSORFLOW" "TensorFlow $TENSORFLOW" "$place/bin/python"
  export JUPYTER_PATH="$kernels/share/jupyter${JUPYTER_PATH:+:$JUPYTER_PATH}"
  echo "In the notebook, choose the kernel \"TensorFlow $TENSORFLOW\" (its name is at the top right)."
fi

cd examples
# shellcheck disable=SC2086 # LAB_ARGS is a list of words
exec python -m jupyterlab ${arguments[@]+"${arguments[@]}"} ${LAB_ARGS:-} why-imports-fail.ipynb
