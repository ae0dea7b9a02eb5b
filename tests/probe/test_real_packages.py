"""The probe on packages as their own installers leave them."""
import base64
import json
import re
import shutil
import subprocess
import sys
from importlib import metadata

import pytest
from conftest import INTERPRETERS, PROBE, Python


def test_every_distribution_here_as_importlib_metadata_sees_it():
    answer = subprocess.run([sys.executable, '-c', PROBE.read_text()], stdout=subprocess.PIPE,
                            check=True)
    installed = json.loads(base64.b64decode(answer.stdout))['installed']
    expected = {}
    for distribution in metadata.distributions():
        name = distribution.metadata['Name']
        if name:
            expected.setdefault(re.sub('[-_.]+', '_', name).lower(), distribution.version)
    found = {name: value['version'] for name, value in installed.items() if value}
    assert len(found) > 5
    assert found == expected


@pytest.fixture(scope='module')
def real(tmp_path_factory):
    """CPython 3.8 with a few small real packages, without what they require."""
    uv = shutil.which('uv')
    if not uv or not INTERPRETERS['3.8']:
        pytest.skip('real packages on CPython 3.8: needs uv and `pyenv install 3.8`')
    folder = tmp_path_factory.mktemp('real')
    subprocess.run([uv, 'venv', '-q', '--python', INTERPRETERS['3.8'], str(folder / 'venv')],
                   check=True)
    python = folder / 'venv' / 'bin' / 'python'
    subprocess.run([uv, 'pip', 'install', '-q', '--no-deps', '--python', str(python),
                    'Keras==2.4.3', 'Keras-Preprocessing==1.1.2', 'tf-keras==2.15.1', 'six==1.16.0',
                    'tensorflow-estimator==2.4.0'], check=True)
    site, = (folder / 'venv').glob('lib/python3.*/site-packages')
    return Python(python, site, folder)


def test_real_keras_distributions(real):
    environment = real.probe()
    installed = environment['installed']
    assert environment['unreadable'] == []
    assert installed['tensorflow'] is None
    assert installed['keras'] == {
        'version': '2.4.3', 'distribution': 'keras', 'location': str(real.site),
        'requires': ['numpy>=1.9.1', 'scipy>=0.14', 'pyyaml', 'h5py']}
    assert installed['tf_keras']['requires'] == ['tensorflow<2.16,>=2.15']
    assert installed['keras_preprocessing']['requires'] == ['numpy>=1.9.1', 'six>=1.9.0']
    assert installed['six'] == {'version': '1.16.0', 'distribution': 'six'}
