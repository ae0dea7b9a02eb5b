"""The probe's reading of requirements, against the `packaging` library, on this interpreter."""
import pytest
from conftest import PROBE
from packaging.requirements import InvalidRequirement, Requirement

#: Found in the metadata of TensorFlow 1.13–2.21, Keras 2.0–3.15 and their companions.
REAL = """
numpy (~=1.19.2)
enum34 (>=1.1.6) ; python_version < "3.4"
backports.weakref (>=1.0rc1) ; python_version < "3.4"
tensorflow-intel==2.13.1; platform_system == "Windows"
tensorflow-macos==2.13.1; platform_system == "Darwin" and platform_machine == "arm64"
tensorflow-cpu-aws==2.13.1; platform_system == "Linux" and (platform_machine == "arm64" or platform_machine == "aarch64")
tensorflow-io-gcs-filesystem>=0.23.1; platform_machine != "arm64" or platform_system != "Darwin"
protobuf!=4.21.0,!=4.21.1,!=4.21.2,!=4.21.3,!=4.21.4,!=4.21.5,<5.0.0dev,>=3.20.3
numpy<2.0.0,>=1.23.5; python_version <= "3.11"
numpy<2.0.0,>=1.26.0; python_version >= "3.12"
tensorflow-io-gcs-filesystem>=0.23.1; python_version < "3.12"
ml-dtypes<1.0.0,>=0.5.1; python_version >= "3.13"
nvidia-cudnn-cu12==8.9.4.25; extra == "and-cuda"
importlib-metadata ; python_version < "3.8"
pywin32>=1.0; sys_platform == 'win32'
uvloop>=0.15.2; (sys_platform != 'win32' and sys_platform != 'cygwin') and extra == 'asyncio'
typing-extensions (>=3.7.4.3,<4.0) ; python_version == "3.8.*"
futures; python_version in "2.6 2.7 3.2"
trollius; python_version not in "2.6 2.7"
cffi; platform_python_implementation == "PyPy"
six; implementation_name == 'cpython'
a[b,c]>=1; os_name == "posix"
a@ https://example.org/a.whl ; python_version > "3"
a @ https://example.org/a.whl
a; "3.6" <= python_version
a; python_full_version >= "3.9.1" and python_full_version < "4"
a; python_version ~= "3.6"
a; python_version != "3.12.*"
a; (python_version < '3' or (sys_platform == "linux")) and os_name != 'nt'
a; os.name == 'posix' and platform.machine == 'x86_64'
""".strip().split('\n')

BROKEN = ['!!', 'a;', 'a; b', 'a; nonsense == "1"', 'a; python_version', 'a; (os_name == "posix"',
          'a (>=1', 'a; python_version >= ', 'a; os_name == "posix" or', 'a; os_name < "posix"']


@pytest.fixture(scope='module')
def requirement():
    names = {'__name__': 'probe'}
    exec(PROBE.read_text(), names)
    return names['requirement']


@pytest.mark.parametrize('line', REAL)
def test_as_packaging_reads_it(requirement, line):
    modern = Requirement(line.replace('os.name', 'os_name').replace('platform.machine',
                                                                    'platform_machine'))
    read = requirement(line)
    if modern.marker and not modern.marker.evaluate({'extra': ''}):
        assert read is None
    else:
        assert ';' not in read and '(' not in read
        modern.marker = None
        assert Requirement(read) == modern


@pytest.mark.parametrize('line', BROKEN)
def test_what_cannot_be_read_is_not_guessed(requirement, line):
    if line not in ('a;', 'a; os_name < "posix"'):
        with pytest.raises(InvalidRequirement):
            Requirement(line)
    if line == 'a;':
        assert requirement(line) == 'a'
        return
    with pytest.raises(Exception):
        requirement(line)
