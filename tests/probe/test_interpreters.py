"""Names the interpreters that this machine lacks, one skipped test each."""
import pytest
from conftest import INTERPRETERS


@pytest.mark.parametrize('version', INTERPRETERS)
def test_the_probe_ran_on(version):
    if not INTERPRETERS[version]:
        pytest.skip('the probe was not run on CPython %s: `pyenv install %s`' % (version, version))
