"""What the probe says of the process: loaded modules, variables, settings, hiding files, installers."""
import json
import os

import pytest

LAZY = """
import sys, types
class Lazy(types.ModuleType):
    def __getattr__(self, name):
        raise SystemExit('the probe asked a module for ' + name)
def load(name, **names):
    sys.modules[name] = Lazy(name)
    sys.modules[name].__dict__.update(names)
"""


def test_loaded_versions_come_from_the_names_that_are_there(python):
    environment = python.probe(LAZY + """
load('tensorflow', __version__='2.15.1')
load('keras'); load('keras.src'); load('keras.src.version', __version__='3.5.0')
load('keras.src.backend.config', _BACKEND='jax')
load('numpy', __version__='1.26.4'); load('google.protobuf', __version__='4.25.1')
load('h5py', __version__=None); sys.modules['tf_keras'] = None
""")
    assert environment['loaded'] == {'tensorflow': '2.15.1', 'keras': '3.5.0', 'numpy': '1.26.4',
                                     'protobuf': '4.25.1', 'backend': 'jax'}
    assert [item['what'] for item in environment['unreadable']] == ['version of the loaded h5py']


def test_nothing_is_imported(python):
    for module in ('tensorflow', 'keras', 'tf_keras', 'numpy', 'h5py', 'packaging', 'pip'):
        python.package(module, '1.0')
        (python.site / module / '__init__.py').write_text('raise SystemExit("imported")')
    loaded = 'import sys\nprint("\\n".join(sys.modules))'
    before = set(python.run(loaded).split())
    after = set(python.run('__name__ = "probe"\n' + open(probe_path()).read() + loaded).split())
    new = {name.split('.')[0] for name in after - before}
    assert not new & {'tensorflow', 'keras', 'tf_keras', 'numpy', 'h5py', 'packaging', 'pip', 'google'}
    assert python.probe()['installer']['pip'] is True


def probe_path():
    from conftest import PROBE
    return str(PROBE)


def test_variables(python):
    assert python.probe()['variables'] == {}
    given = {'TF_USE_LEGACY_KERAS': '1', 'KERAS_BACKEND': '', 'KERAS_HOME': '/nowhere'}
    assert python.probe(variables=dict(given, KERAS_OTHER='x'))['variables'] == given


@pytest.mark.parametrize('text, config', [
    ('{"backend": "jax", "floatx": "float32"}', {'backend': 'jax'}), ('{}', {}), (None, None),
    ('{"backend": ', '?'), ('["jax"]', '?'), ('{"backend": 3}', '?'), ('', '?')])
@pytest.mark.parametrize('home', ['.keras', 'elsewhere'])
def test_keras_json(python, text, config, home):
    folder = python.work / 'home' / home
    folder.mkdir(parents=True)
    if text is not None:
        (folder / 'keras.json').write_text(text)
    environment = python.probe(variables={} if home == '.keras' else {'KERAS_HOME': str(folder)})
    assert environment.get('kerasConfig', '?') == config
    assert [item['what'] for item in environment['unreadable']] == ['keras.json'] * (config == '?')


@pytest.mark.parametrize('file, module', [
    ('keras.py', 'keras'), ('tensorflow.py', 'tensorflow'), ('tf_keras.py', 'tf_keras'),
    ('keras/__init__.py', 'keras'), ('keras_utils.py', None), ('tensorflow/data.csv', None)])
@pytest.mark.parametrize('installed', [True, False])
def test_files_beside_the_notebook(python, file, module, installed):
    if installed:
        for name in ('tensorflow', 'keras', 'tf_keras'):
            python.package(name, '2.15.0')
    (python.work / file).parent.mkdir(exist_ok=True)
    (python.work / file).write_text('')
    environment = python.probe()
    expected = [{'module': module, 'path': file}] if module else []
    if file == 'tensorflow/data.csv' and not installed:  # an empty namespace package, to Python
        expected = [{'module': 'tensorflow', 'path': 'tensorflow/'}]
    assert environment['shadowing'] == expected
    assert bool(environment['installed']['keras']) == installed
    imported = python.run('import importlib.util as u\nprint([m for m in %r if (u.find_spec(m) and '
                          '(u.find_spec(m).origin or "").startswith(%r))])'
                          % (['keras', 'tensorflow', 'tf_keras'], str(python.work)))
    assert imported.strip() == str([module] if module else [])


def test_a_hiding_folder_elsewhere_on_the_path(python):
    python.package('keras', '2.15.0')
    folder = python.work / 'lib'
    folder.mkdir()
    (folder / 'keras.py').write_text('')
    shadowing = python.probe(variables={'PYTHONPATH': str(folder)})['shadowing']
    assert shadowing == [{'module': 'keras', 'path': os.path.join('lib', 'keras.py')}]
    after = python.probe('import sys\nsys.path.append(%r)' % str(folder))
    assert after['shadowing'] == []


def test_installers(python, bare):
    uv = bare / 'bin' / 'uv'
    nothing = python.probe(variables={'PATH': '/nowhere'})['installer']
    assert nothing == {'pip': False, 'uv': None, 'conda': None, 'writable': True,
                       'userSite': False, 'externallyManaged': False}
    try:
        uv.write_text('')
        uv.chmod(0o755)
        (bare / 'conda-meta').mkdir()
        python.package('pip', '20.0')
        something = python.probe(variables={'PATH': '/nowhere'})['installer']
    finally:
        uv.unlink()
        (bare / 'conda-meta').rmdir()
    assert something == {'pip': True, 'uv': str(uv), 'conda': str(bare), 'writable': True,
                         'userSite': False, 'externallyManaged': False}


def test_whether_the_persons_own_folder_is_read(python):
    for told in (True, False, None):
        before = 'import site\nsite.ENABLE_USER_SITE = %r' % told
        assert python.probe(before)['installer']['userSite'] is (told is True)


def test_externally_managed_counts_outside_virtual_environments_only(python):
    (python.work / 'EXTERNALLY-MANAGED').write_text('')
    before = 'import sys, sysconfig\n_path = sysconfig.get_path\nsysconfig.get_path = ' \
             'lambda name: %r if name == "stdlib" else _path(name)\n' % str(python.work)
    assert python.probe(before)['installer']['externallyManaged'] is False
    outside = python.probe(before + 'sys.base_prefix = sys.prefix\n')
    assert outside['installer']['externallyManaged'] is True


def test_a_part_that_fails_is_told_and_the_rest_goes_on(python):
    python.package('keras', '2.8.0')
    environment = python.probe('import sysconfig\nsysconfig.get_path = lambda name: 1 / 0')
    assert environment['unreadable'] == [
        {'what': 'installer', 'why': 'ZeroDivisionError: division by zero'}]
    assert 'installer' not in environment
    assert environment['installed']['keras']['version'] == '2.8.0'


def test_the_answer_is_ascii(python):
    home = python.work / 'hé\udcff'
    answer = python.run(open(probe_path()).read(), {'KERAS_HOME': os.fsencode(str(home)).decode(
        'utf-8', 'surrogateescape')})
    assert answer.isascii() and json.dumps(answer)
