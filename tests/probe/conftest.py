"""Interpreters to run the probe in: every CPython 3.6–3.13 that this machine has."""
import base64
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def joined():
    """The probe in one file, as scripts/probe-source.mjs joins its parts."""
    parts = sorted((ROOT / 'src' / 'probe' / 'python').glob('*.py'))
    file = Path(tempfile.mkdtemp()) / 'probe.py'
    file.write_text('\n\n'.join(part.read_text() for part in parts))
    return file


PROBE = joined()
MINORS = range(6, 14)


def interpreter(minor):
    """Path of CPython 3.<minor>, or None: pyenv's versions first, then PATH."""
    root = Path(os.environ.get('PYENV_ROOT', Path.home() / '.pyenv')) / 'versions'
    found = sorted(root.glob('3.%d.*/bin/python' % minor))
    candidates = [str(path) for path in found] + [shutil.which('python3.%d' % minor)]
    for candidate in filter(None, candidates):
        try:
            answer = subprocess.run([candidate, '-c', 'import sys; print(sys.version_info[:2])'],
                                    stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        except OSError:
            continue
        if answer.stdout.decode().strip() == '(3, %d)' % minor:
            return candidate
    return None


INTERPRETERS = {'3.%d' % minor: interpreter(minor) for minor in MINORS}


def pytest_terminal_summary(terminalreporter):
    absent = [version for version, path in INTERPRETERS.items() if not path]
    if absent:
        terminalreporter.write_line(
            'The probe was not run on CPython %s: not on this machine (`pyenv install %s`).'
            % (', '.join(absent), ' '.join(absent)), yellow=True)


class Python:
    """A virtual environment of one interpreter, and a folder to work in."""

    def __init__(self, executable, site, work):
        self.executable, self.site, self.work = str(executable), Path(site), Path(work)

    def distribution(self, name, version, requires=(), files=None, site=None, lines=(),
                     kind='dist-info', record=True):
        """Writes what an installer writes; returns the metadata folder."""
        site = Path(site or self.site)
        files = {} if files is None else files
        for path, text in files.items():
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_text(text)
        folder = site / ('%s-%s.%s' % (name.replace('-', '_'), version, kind))
        folder.mkdir(parents=True)
        header = ['Metadata-Version: 2.1', 'Name: ' + name, 'Version: ' + version, *lines]
        header += ['Requires-Dist: ' + need for need in requires]
        body = '\n'.join(header) + '\n\nRequires-Dist: not-a-field; it is the description\n'
        (folder / ('METADATA' if kind == 'dist-info' else 'PKG-INFO')).write_text(body)
        if record:
            (folder / 'RECORD').write_text(''.join(self.record(site, path) for path in files))
        return folder

    @staticmethod
    def record(site, path):
        import hashlib
        content = (site / path).read_bytes()
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).decode().rstrip('=')
        return '%s,sha256=%s,%d\n' % (path, digest, len(content))

    def package(self, module, version, **options):
        """A distribution with one package of the same name."""
        files = {module + '/__init__.py': "__version__ = '%s'\n" % version}
        return self.distribution(options.pop('name', module), version, files=files, **options)

    def run(self, code, variables=None):
        """What the code prints, run as `python -c` in the work folder."""
        clean = {name: value for name, value in os.environ.items()
                 if not name.startswith(('KERAS_', 'TF_', 'PYTHON', 'CONDA'))}
        clean.update({'HOME': str(self.work / 'home'), 'PYTHONDONTWRITEBYTECODE': '1'})
        clean.update(variables or {})
        (self.work / 'home').mkdir(exist_ok=True)
        answer = subprocess.run([self.executable, '-W', 'error', '-c', code], cwd=str(self.work),
                                env=clean, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert answer.returncode == 0, answer.stderr.decode()
        assert answer.stderr == b''
        return answer.stdout.decode()

    def probe(self, before='', variables=None):
        """The Environment that the probe prints, after the statements `before`."""
        code = before + '\n' + PROBE.read_text() if before else PROBE.read_text()
        return json.loads(base64.b64decode(self.run(code, variables), validate=False))


@pytest.fixture(params=[version for version, path in INTERPRETERS.items() if path],
                scope='session')
def bare(request, tmp_path_factory):
    """Path of a virtual environment without pip, one for each interpreter there is."""
    folder = tmp_path_factory.mktemp('bare' + request.param)
    subprocess.run([INTERPRETERS[request.param], '-m', 'venv', '--without-pip', str(folder)],
                   check=True)
    return folder


@pytest.fixture
def python(bare, tmp_path):
    """An empty environment: its site-packages and work folder are emptied for each test."""
    site, = bare.glob('lib/python3.*/site-packages')
    shutil.rmtree(str(site))
    site.mkdir()
    return Python(bare / 'bin' / 'python', site, tmp_path)


@pytest.fixture(scope='session')
def expression():
    """The expression that the extension sends."""
    node = shutil.which('node')
    if not node:
        pytest.skip('no node on PATH')
    script = str(Path(__file__).with_name('expression.mjs'))
    return subprocess.run([node, script], cwd=str(ROOT), check=True,
                          stdout=subprocess.PIPE).stdout.decode()
