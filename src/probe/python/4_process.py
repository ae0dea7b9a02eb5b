"""The process and the machine; then the answer."""
def names_of(module):
    """The names a loaded module already has; asking the module itself could load more."""
    try:
        return object.__getattribute__(sys.modules[module], '__dict__')
    except (KeyError, AttributeError):
        return None


def loaded():
    versions = {}
    for key, places in VERSIONS.items():
        spots = [place.split(':') for place in places.split()]
        values = [(names_of(module) or {}).get(name) for module, name in spots]
        values = [value for value in values if type(value) is str]
        if values:
            versions[key] = values[0]
        elif names_of(spots[0][0]) is not None:
            unreadable('version of the loaded ' + key, 'the module does not tell')
    backend = (names_of('keras.src.backend.config') or {}).get('_BACKEND')
    if type(backend) is str:
        versions['backend'] = backend
    return versions


def keras_config():
    """The settings of keras.json, looked for where Keras looks; None where there is no file."""
    home = os.path.expanduser('~')
    home = JOIN(home if os.access(home, os.W_OK) else '/tmp', '.keras')
    path = JOIN(os.environ.get('KERAS_HOME', home), 'keras.json')
    if not os.path.exists(path):
        return None
    config = json.loads(text_of(path))
    if type(config) is not dict or type(config.get('backend', '')) is not str:
        raise ValueError('it is not a Keras configuration')
    return {'backend': config['backend']} if 'backend' in config else {}


def machine():
    if hasattr(os, 'uname'):
        return os.uname().machine
    return os.environ.get('PROCESSOR_ARCHITEW6432') or os.environ.get('PROCESSOR_ARCHITECTURE', '')


def python():
    implementation = platform.python_implementation()
    tag = {'CPython': 'cp', 'PyPy': 'pp'}.get(implementation)
    try:
        libc = os.confstr('CS_GNU_LIBC_VERSION')
    except (AttributeError, ValueError, OSError):
        libc = None
    threads = 't' if 't' in getattr(sys, 'abiflags', '') else ''
    return {'version': PYTHON, 'implementation': implementation,
            'abi': tag and '%s%d%d%s' % ((tag,) + sys.version_info[:2] + (threads,)),
            'executable': sys.executable, 'platform': sys.platform, 'machine': machine(),
            'libc': libc, 'macos': platform.mac_ver()[0] or None}


def installer():
    beside = os.path.dirname(sys.executable or '')
    outside = sys.prefix == getattr(sys, 'base_prefix', sys.prefix)
    marker = JOIN(sysconfig.get_path('stdlib'), 'EXTERNALLY-MANAGED')
    return {'pip': 'pip' in sys.modules or importlib.util.find_spec('pip') is not None,
            'uv': (beside and shutil.which('uv', path=beside)) or shutil.which('uv'),
            'conda': sys.prefix if os.path.isdir(JOIN(sys.prefix, 'conda-meta')) else None,
            'writable': os.access(sysconfig.get_path('purelib'), os.W_OK),
            'userSite': getattr(sys.modules.get('site'), 'ENABLE_USER_SITE', None) is True,
            'externallyManaged': outside and os.path.isfile(marker)}


def environment():
    value = {'schema': 1, 'python': {'version': PYTHON}, 'installed': {}, 'loaded': {},
             'variables': {name: os.environ[name] for name in VARIABLES if name in os.environ},
             'shadowing': [], 'unreadable': UNREADABLE}
    attempt('installed packages', lambda: packages(value))
    for key, read in (('python', python), ('loaded', loaded), ('installer', installer)):
        part = attempt(key, read)
        if part is not None:
            value[key] = part
    try:
        value['kerasConfig'] = keras_config()
    except Exception as error:
        unreadable('keras.json', error)
    return value


def search_path():
    """The folders of sys.path without repetition, '' as the working directory."""
    folders = {}
    for folder in sys.path:
        try:
            if type(folder) is str:
                folders.setdefault(os.path.realpath(folder), os.path.abspath(folder))
        except (OSError, ValueError):
            unreadable('an entry of sys.path', repr(folder))
    return list(folders.values())


PYTHON = platform.python_version()
PATH = search_path()
RESULT = base64.b64encode(json.dumps(environment()).encode()).decode()
if __name__ == '__main__':
    print(RESULT)
