"""Which distributions the probe sees, in crafted site-packages of every interpreter."""
import os
import time

import pytest

TF_2_4 = ['numpy (~=1.19.2)', 'h5py (~=2.10.0)', 'tensorflow-estimator (<2.5.0,>=2.4.0)',
          'typing-extensions ~=3.7.4', "enum34 ; python_version < '3.4'",
          'keras-nightly ~=2.5.0.dev ; extra == "nightly"', 'wheel (~=0.35) ; python_version >= "3.6"']


def test_an_empty_python(python):
    environment = python.probe()
    assert environment['schema'] == 1
    assert environment['unreadable'] == []
    assert environment['installed'] == dict.fromkeys(
        ['tensorflow', 'keras', 'tf_keras', 'numpy', 'protobuf', 'h5py', 'ml_dtypes', 'scipy',
         'jax', 'torch', 'openvino', 'theano', 'cntk'])
    assert environment['loaded'] == {} and environment['shadowing'] == []


def test_python_facts(python):
    facts = python.probe()['python']
    told = python.run('import platform, sys\nprint(platform.python_version(), platform.machine(),'
                      ' sys.platform, sys.executable, "cp%d%d" % sys.version_info[:2])').split()
    assert [facts[key] for key in ('version', 'machine', 'platform', 'executable', 'abi')] == told
    assert facts['implementation'] == 'CPython'
    if facts['platform'] == 'linux':
        assert facts['macos'] is None


def test_requirements_hold_on_this_interpreter(python):
    python.package('tensorflow', '2.4.4', name='tensorflow-cpu', requires=TF_2_4)
    assert python.probe()['installed']['tensorflow'] == {
        'version': '2.4.4', 'distribution': 'tensorflow-cpu', 'location': str(python.site),
        'requires': ['numpy~=1.19.2', 'h5py~=2.10.0', 'tensorflow-estimator<2.5.0,>=2.4.0',
                     'typing-extensions~=3.7.4', 'wheel~=0.35']}


CUDA = ['numpy>=1.26.0', "nvidia-cublas-cu12==12.5.3.2 ; extra == 'and-cuda'",
        'nvidia-nccl.cu12 (==2.23.4) ; extra == "and-cuda"', "rich ; extra == 'words'"]


@pytest.mark.parametrize('installed, extras', [
    (['nvidia-cublas-cu12', 'nvidia-nccl-cu12'], ['and-cuda']), (['nvidia-cublas-cu12'], None),
    ([], None), (['nvidia-cublas-cu12', 'nvidia-nccl-cu12', 'rich'], ['and-cuda', 'words'])])
def test_an_extra_is_told_where_all_that_it_requires_is_there(python, installed, extras):
    python.package('tensorflow', '2.18.1', requires=CUDA)
    for name in installed:
        python.distribution(name, '1.0')
    environment = python.probe()
    assert environment['installed']['tensorflow'].get('extras') == extras
    assert environment['unreadable'] == []


@pytest.mark.parametrize('name', ['tensorflow-text', 'tensorflow_hub', 'keras-hub', 'KerasCV',
                                  'autokeras', 'scikeras', 'tf2onnx', 'tfx', 'transformers'])
def test_what_builds_on_tensorflow_tells_what_it_requires(python, name):
    needs = ['tensorflow<2.16,>=2.15.0', "tf-keras; extra == 'tf'", 'absl-py']
    python.distribution(name, '1.0', requires=needs)
    python.distribution('other', '1.0', requires=needs)
    installed = python.probe()['installed']
    assert installed.pop('other') == {'version': '1.0', 'distribution': 'other'}
    found, = [value for value in installed.values() if value]
    assert found['requires'] == ['tensorflow<2.16,>=2.15.0', 'absl-py']


@pytest.mark.parametrize('distribution, module', [
    ('tensorflow', 'tensorflow'), ('tensorflow-cpu', 'tensorflow'), ('tensorflow_gpu', 'tensorflow'),
    ('tensorflow-intel', 'tensorflow'), ('tensorflow-macos', 'tensorflow'), ('tf-nightly', 'tensorflow'),
    ('tensorflow-rocm', 'tensorflow'), ('tf_nightly_cpu', 'tensorflow'), ('Keras', 'keras'),
    ('keras-nightly', 'keras'), ('tf_keras', 'tf_keras'), ('tf-keras-nightly', 'tf_keras')])
def test_flavours(python, distribution, module):
    python.package(module, '2.15.0', name=distribution)
    installed = python.probe()['installed']
    assert installed[module]['distribution'] == distribution.replace('_', '-').lower()
    assert [name for name, value in installed.items() if value] == [module]


def test_several_suppliers_the_files_decide(python):
    """tf-keras requires `tensorflow`, so pip puts it over a tensorflow-cpu."""
    for name, text in (('tensorflow', 'cuda'), ('tensorflow-cpu', 'plain')):
        python.distribution(name, '2.21.0', files={
            'tensorflow/__init__.py': '', 'tensorflow/python/platform/build_info.py': text})
    first = python.probe()['installed']['tensorflow']
    (python.site / 'tensorflow/python/platform/build_info.py').write_text('cuda')
    second = python.probe()['installed']['tensorflow']
    location = first['location']
    assert [first['distribution'], first['others']] == [
        'tensorflow-cpu', [{'distribution': 'tensorflow', 'version': '2.21.0', 'location': location}]]
    assert [second['distribution'], second['others']] == [
        'tensorflow', [{'distribution': 'tensorflow-cpu', 'version': '2.21.0', 'location': location}]]


def test_a_distribution_without_files_supplies_nothing(python):
    """On Windows `tensorflow` 2.11–2.18 only requires tensorflow-intel."""
    python.package('tensorflow', '2.13.1', name='tensorflow-intel')
    python.distribution('tensorflow', '2.13.1', requires=['tensorflow-intel==2.13.1'])
    assert python.probe()['installed']['tensorflow']['distribution'] == 'tensorflow-intel'


def test_the_first_on_the_path_counts(python):
    user = python.work / 'user' / 'site-packages'
    python.package('keras', '2.6.0')
    python.package('keras', '2.8.0', site=user)
    python.package('six', '1.15.0')
    python.package('six', '1.16.0', site=user)
    environment = python.probe(variables={'PYTHONPATH': str(user)})
    keras = environment['installed']['keras']
    assert (keras['version'], keras['location']) == ('2.8.0', str(user))
    assert environment['installed']['six']['version'] == '1.16.0'
    assert environment['shadowing'] == []


def test_missing_metadata_leaves_requirements_unknown(python):
    os.remove(str(python.package('keras', '2.8.0') / 'METADATA'))
    environment = python.probe()
    assert environment['installed']['keras'] == {
        'version': '2.8.0', 'distribution': 'keras', 'location': str(python.site)}
    assert [item['what'] for item in environment['unreadable']] == ['metadata of keras']


def test_an_unreadable_requirement_is_told(python):
    python.package('keras', '2.8.0', requires=['numpy>=1', 'six ; nonsense == "1"', '!!'])
    environment = python.probe()
    assert environment['installed']['keras']['requires'] == ['numpy>=1']
    assert [item['what'] for item in environment['unreadable']] == [
        'keras requires six ; nonsense == "1"', 'keras requires !!']


def test_leftovers_of_pip_are_no_distributions(python):
    python.distribution('~ensorflow', '2.4.4')
    assert python.probe()['installed']['tensorflow'] is None


def test_egg_info_folder_with_requires_txt(python):
    folder = python.package('keras', '2.2.4', kind='egg-info', record=False)
    (folder / 'requires.txt').write_text(
        'numpy>=1.9.1\n\n[:python_version < "3"]\nenum34\n\n[tests]\npytest\n')
    assert python.probe()['installed']['keras'] == {
        'version': '2.2.4', 'distribution': 'keras', 'location': str(python.site),
        'requires': ['numpy>=1.9.1']}


def test_egg_info_file(python):
    (python.site / 'h5py-2.10.0-py3.8.egg-info').write_text('Name: h5py\nVersion: 2.10.0\n')
    (python.site / 'other.egg-info').write_text('Name: Other.Name\nVersion: 1.2\n')
    installed = python.probe()['installed']
    assert installed['h5py']['version'] == '2.10.0' and installed['h5py']['requires'] == []
    assert installed['other'] == {'version': '1.2', 'distribution': 'other-name'}


def test_an_egg_folder_on_the_path(python):
    egg = python.site / 'Keras-2.1.6-py3.6.egg'
    (egg / 'keras').mkdir(parents=True)
    (egg / 'keras' / '__init__.py').write_text('')
    (egg / 'EGG-INFO').mkdir()
    (egg / 'EGG-INFO' / 'PKG-INFO').write_text('Name: Keras\nVersion: 2.1.6\n')
    (python.site / 'easy-install.pth').write_text('./Keras-2.1.6-py3.6.egg\n')
    keras = python.probe()['installed']['keras']
    assert (keras['version'], keras['location']) == ('2.1.6', str(egg))


def test_an_editable_install(python):
    source = python.work / 'checkout'
    (source / 'keras').mkdir(parents=True)
    (source / 'keras' / '__init__.py').write_text('')
    (python.site / 'keras.pth').write_text(str(source) + '\n')
    folder = python.distribution('keras', '3.9.0')
    (folder / 'direct_url.json').write_text('{"url": "file:///x", "dir_info": {"editable": true}}')
    environment = python.probe()
    assert environment['installed']['keras']['version'] == '3.9.0'
    assert environment['shadowing'] == []


def test_files_and_metadata_that_do_not_go_together_are_unknown(python):
    python.distribution('keras', '2.8.0')
    (python.site / 'tf_keras').mkdir()
    (python.site / 'tf_keras' / '__init__.py').write_text('')
    environment = python.probe()
    assert not {'keras', 'tf_keras'} & set(environment['installed'])
    assert [item['what'] for item in environment['unreadable']] == ['keras', 'tf_keras']


def test_an_unreadable_folder_makes_absence_unknown(python):
    before = 'import os\n_list = os.listdir\ndef listdir(path):\n' \
             '    if path == %r: raise PermissionError(13, "denied")\n' \
             '    return _list(path)\nos.listdir = listdir' % str(python.site)
    environment = python.probe(before)
    assert environment['installed'] == {}
    assert environment['unreadable'][0]['what'] == str(python.site)


def test_strange_entries_of_the_path(python):
    python.package('keras', '2.8.0')
    environment = python.probe('import sys\nsys.path[:0] = [None, 7, "/nowhere", "/dev/null"]\n'
                               'sys.path.append(sys.path[-1])')
    assert environment['installed']['keras']['version'] == '2.8.0'
    assert 'others' not in environment['installed']['keras']


def test_six_hundred_distributions_in_fifty_milliseconds(python, expression):
    for number in range(600):
        python.distribution('package-%d' % number, '1.%d' % number)
    python.package('tensorflow', '2.4.4', name='tensorflow-cpu', requires=TF_2_4 * 5)
    script = 'import time, sys\nexpression = %r\ntimes = []\nfor _ in range(5):\n' \
             '    start = time.time(); eval(expression); times.append(time.time() - start)\n' \
             'print(min(times))' % expression
    seconds = float(python.run(script))
    if seconds > .05:  # a busy machine is no slow probe: once more
        time.sleep(2)
        seconds = float(python.run(script))
    assert seconds < .05
