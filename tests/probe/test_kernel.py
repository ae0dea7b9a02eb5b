"""The probe as the extension sends it, in real ipykernels: what it answers and what it leaves untouched."""
import ast
import base64
import json
import shutil
import subprocess
import sys

import pytest
from conftest import INTERPRETERS
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import KernelManager


def old_kernel(folder):
    """CPython 3.8 with the last ipykernel for it, from the package index by uv."""
    uv = shutil.which('uv')
    if not uv or not INTERPRETERS['3.8']:
        pytest.skip('ipykernel 6.29 on CPython 3.8: needs uv and `pyenv install 3.8`')
    subprocess.run([uv, 'venv', '-q', '--python', INTERPRETERS['3.8'], str(folder)], check=True)
    python = str(folder / 'bin' / 'python')
    subprocess.run([uv, 'pip', 'install', '-q', '--python', python, 'ipykernel==6.29.5'], check=True)
    return python


@pytest.fixture(params=['this Python', 'CPython 3.8'], scope='module')
def executable(request, tmp_path_factory):
    if request.param == 'this Python':
        return sys.executable
    return old_kernel(tmp_path_factory.mktemp('kernel') / 'venv')


class Kernel:
    def __init__(self, executable, folder):
        self.manager = KernelManager()
        self.manager._kernel_spec = KernelSpec(
            argv=[executable, '-m', 'ipykernel_launcher', '-f', '{connection_file}'])
        self.manager.start_kernel(cwd=str(folder))
        self.client = self.manager.blocking_client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=60)

    def execute(self, code, silent=False, **expressions):
        reply = self.client.execute_interactive(
            code, silent=silent, store_history=not silent, allow_stdin=False, stop_on_error=False,
            user_expressions=expressions, output_hook=self.outputs.append, timeout=60)
        return reply['content']

    def value(self, expression):
        answer = self.execute('', silent=True, value=expression)['user_expressions']['value']
        return ast.literal_eval(answer['data']['text/plain'])

    def probe(self, expression):
        content = self.execute('', silent=True, keras_doctor=expression)
        answer = content['user_expressions']['keras_doctor']
        assert answer['status'] == 'ok', answer
        return json.loads(base64.b64decode(ast.literal_eval(answer['data']['text/plain'])))

    def stop(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)

    outputs = []


@pytest.fixture
def kernel(executable, tmp_path):
    kernel = Kernel(executable, tmp_path)
    yield kernel
    kernel.stop()


SESSION = ('sorted(globals()), In[:], repr(Out), repr(_), repr(__), repr(___), _i, _ii, '
           'get_ipython().execution_count')


def test_it_leaves_no_trace(kernel, expression):
    for code in ('1 + 1', '"two"', 'x = 3', 'x'):
        kernel.execute(code)
    before = kernel.value('(%s)' % SESSION)
    modules = set(kernel.value('sorted(__import__("sys").modules)'))
    kernel.outputs.clear()
    environment = kernel.probe(expression)
    assert [m['msg_type'] for m in kernel.outputs if m['msg_type'] != 'status'] == []
    assert kernel.value('(%s)' % SESSION) == before
    new = set(kernel.value('sorted(__import__("sys").modules)')) - modules
    assert new <= {'sysconfig', 'shutil', 'hashlib', '_hashlib', '_blake2', 'base64', 'binascii'}
    assert environment['unreadable'] == [] and environment['installed']['ipykernel']['version']
    assert kernel.execute('x')['execution_count'] == 5


SHADOWED = """
from __future__ import annotations
names = [n for n in dir(__builtins__) if not n.startswith('_')]
globals().update(dict.fromkeys(names, None))
base64 = json = os = sys = re = platform = b = g = RESULT = SOURCE = environment = 'mine'
"""


def test_it_answers_where_every_builtin_is_shadowed(kernel, expression):
    plain = kernel.probe(expression)
    assert kernel.execute(SHADOWED)['status'] == 'ok'
    assert kernel.probe(expression) == plain
    assert kernel.value('[base64, b, g, RESULT, environment]') == ['mine'] * 5


def test_it_sees_what_the_notebook_did(kernel, expression, tmp_path):
    (tmp_path / 'keras.py').write_text('__version__ = "mine"')
    kernel.execute('import os, keras\nos.environ["TF_USE_LEGACY_KERAS"] = "1"')
    environment = kernel.probe(expression)
    assert environment['variables']['TF_USE_LEGACY_KERAS'] == '1'
    assert environment['shadowing'] == [{'module': 'keras', 'path': 'keras.py'}]
    assert environment['loaded'] == {'keras': 'mine'}


def test_a_shadowed_import_is_an_error_reply(kernel, expression):
    kernel.execute('__import__ = None')
    content = kernel.execute('', silent=True, keras_doctor=expression)
    assert content['status'] == 'ok'
    assert content['user_expressions']['keras_doctor']['status'] == 'error'


def test_queued_behind_a_failing_cell_it_is_aborted(kernel, expression):
    kernel.client.execute('import time; time.sleep(1); 1 / 0')
    sent = kernel.client.execute('', silent=True, store_history=False, stop_on_error=False,
                                 user_expressions={'keras_doctor': expression})
    while True:
        reply = kernel.client.get_shell_msg(timeout=60)
        if reply['parent_header']['msg_id'] == sent:
            break
    assert reply['content']['status'] == 'aborted'
    assert 'user_expressions' not in reply['content']
