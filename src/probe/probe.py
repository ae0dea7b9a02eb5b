"""What one Python has of TensorFlow and Keras: the Environment, as base64 of JSON in RESULT.

CPython 3.6 and later, standard library only. Imports nothing that it asks about, writes
nothing, and never raises: what cannot be read is told in `unreadable`. The metadata folders on
sys.path are read directly because importlib.metadata is absent before 3.8.
"""
import base64
import hashlib
import importlib.util
import json
import os
import platform
import re
import shutil
import sys
import sysconfig

SUPPLIERS = {
    'tensorflow': 'tensorflow tensorflow_cpu tensorflow_gpu tensorflow_intel tensorflow_macos'
                  ' tensorflow_rocm tensorflow_aarch64 tensorflow_cpu_aws intel_tensorflow'
                  ' tf_nightly tf_nightly_cpu tf_nightly_gpu tf_nightly_intel tf_nightly_macos',
    'keras': 'keras keras_nightly',
    'tf_keras': 'tf_keras tf_keras_nightly'}
COMPANIONS = {'numpy': 'numpy', 'protobuf': 'google/protobuf', 'h5py': 'h5py',
              'ml_dtypes': 'ml_dtypes', 'scipy': 'scipy'}
# Small files that differ between releases, and the one that differs between TensorFlow's flavours.
WITNESSES = ('__init__.py', 'version.py', 'src/version.py', 'python/platform/build_info.py',
             'include/tensorflow/core/public/version.h',
             'include/tensorflow/core/public/release_version.h')
FAMILY = ('tensorflow', 'keras', 'tf_')
VERSIONS = {
    'tensorflow': 'tensorflow:__version__ tensorflow.python.framework.versions:VERSION',
    'keras': 'keras:__version__ keras.src.version:__version__',
    'tf_keras': 'tf_keras:__version__ tf_keras.src.version:__version__',
    'numpy': 'numpy:__version__', 'protobuf': 'google.protobuf:__version__',
    'h5py': 'h5py:__version__'}
VARIABLES = ('TF_USE_LEGACY_KERAS', 'KERAS_BACKEND', 'KERAS_HOME')
UNREADABLE = []
JOIN = os.path.join


def unreadable(what, why):
    if isinstance(why, BaseException):
        why = '%s: %s' % (type(why).__name__, why)
    UNREADABLE.append({'what': what, 'why': str(why)[:500]})


def attempt(what, read):
    """The part's value, or None and a line in UNREADABLE."""
    try:
        return read()
    except Exception as error:
        unreadable(what, error)


def text_of(*path):
    with open(JOIN(*path), encoding='utf-8', errors='replace') as file:
        return file.read()


# -- requirements and their markers (PEP 508)

TOKEN = re.compile(r'\s*(?:([()]|===|[~!=<>]=|[<>])|(and|or|in|not\s+in)\b'
                   r'|"([^"]*)"|\'([^\']*)\'|([a-z_.]+))')


def marker_value(name):
    name = name.replace('.', '_')
    if name == 'extra':
        return ''
    if name in ('python_version', 'python_full_version'):
        return '.'.join(platform.python_version_tuple()[:2]) if len(name) < 15 else PYTHON
    if name.startswith('implementation_'):
        return PYTHON if name.endswith('version') else sys.implementation.name
    if name in ('platform_python_implementation', 'python_implementation'):
        return platform.python_implementation()
    if name in ('os_name', 'sys_platform', 'platform_machine'):
        return {'os_name': os.name, 'sys_platform': sys.platform}.get(name) or machine()
    if name in ('platform_system', 'platform_release', 'platform_version'):
        return getattr(platform, name[9:])()
    raise ValueError('unknown marker ' + name)


def compare(left, operator, right, versions):
    if operator == 'in' or operator.startswith('not'):
        return (left in right) == (operator == 'in')
    if operator == '===' or not versions:
        if operator not in ('==', '!=', '==='):
            raise ValueError('cannot order %r and %r' % (left, right))
        return (left == right) == (operator != '!=')
    a, b = [[int(n) for n in re.match(r'\d+(?:\.\d+)*', v.strip()).group().split('.')]
            for v in (left, right)]
    fixed = len(b) - 1 if operator == '~=' else len(b) if right.endswith('.*') else 0
    size = max(len(a), len(b))
    a, b = a + [0] * (size - len(a)), b + [0] * (size - len(b))
    if fixed:
        return (a[:fixed] == b[:fixed] and (operator != '~=' or a >= b)) != (operator == '!=')
    return {'==': a == b, '!=': a != b, '<': a < b, '<=': a <= b, '>': a > b, '>=': a >= b}[operator]


def holds(marker):
    """Whether a marker is true on this interpreter with no extra asked for."""
    tokens, place = [], 0
    while marker[place:].strip():
        token = TOKEN.match(marker, place)
        if not token:
            raise ValueError('cannot read the marker ' + marker)
        tokens.append(token)
        place = token.end()
    tokens.reverse()

    def word():
        return (tokens[-1].group(1) or tokens[-1].group(2)) if tokens else None

    def operand():
        token = tokens.pop()
        name = token.group(5)
        if name:
            return marker_value(name), 'version' in name and name != 'platform_version'
        return token.group(3) if token.group(3) is not None else token.group(4), False

    def term():
        if word() == '(':
            tokens.pop()
            value = either()
            if not tokens or tokens.pop().group(1) != ')':
                raise ValueError('cannot read the marker ' + marker)
            return value
        left, a = operand()
        operator = tokens.pop()
        right, b = operand()
        return compare(left, operator.group(1) or operator.group(2), right, a or b)

    def both():
        value = term()
        while word() == 'and':
            tokens.pop()
            value = term() and value
        return value

    def either():
        value = both()
        while word() == 'or':
            tokens.pop()
            value = both() or value
        return value

    value = either()
    if tokens:
        raise ValueError('cannot read the marker ' + marker)
    return value


def requirement(line):
    """The requirement without its marker, or None where the marker is false here."""
    at = ' @ ' in line.partition(';')[0]
    wanted, _, marker = line.partition(' ;' if at else ';')
    if marker.strip() and not holds(marker):
        return None
    if at:
        return wanted.strip()
    parts = re.match(r'([\w.-]+)\s*(\[[^]]*\])?\s*(?:\(([^()]*)\)|([^()\[\]]*))$', wanted.strip())
    if not parts:
        raise ValueError('cannot read ' + line)
    return re.sub(r'\s+', '', ''.join(part or '' for part in parts.groups()))


# -- distributions: metadata folders in the order of sys.path, the first one counts

def distributions():
    """Candidates by normalised name, each (place on sys.path, metadata path, version or None)."""
    found, complete = {}, True
    for place, folder in enumerate(PATH):
        try:
            files = os.listdir(folder)
        except FileNotFoundError:
            continue
        except NotADirectoryError:
            if folder.endswith('.egg'):
                complete = False
                unreadable(folder, 'it is a zipped egg')
            continue
        except OSError as error:
            complete = False
            unreadable(folder, error)
            continue
        files = [(file, JOIN(folder, file)) for file in files]
        if folder.endswith('.egg'):
            files += [(os.path.basename(folder), JOIN(folder, 'EGG-INFO'))]
        for file, path in files:
            stem, kind = os.path.splitext(file)
            if kind not in ('.dist-info', '.egg-info', '.egg') or file[0] in '~-':
                continue
            if kind == '.egg' and not path.endswith('EGG-INFO'):
                continue
            parts = re.match(r'(.+?)-(\d[^-]*)', stem)
            name = re.sub('[-_.]+', '_', parts.group(1) if parts else stem).lower()
            found.setdefault(name, []).append((place, path, parts and parts.group(2)))
    return found, complete


def metadata(path):
    """Name, version and requirement lines of one metadata folder or file."""
    if os.path.isdir(path):
        files = os.listdir(path)
        header = text_of(path, 'METADATA' if 'METADATA' in files else 'PKG-INFO')
    else:
        files, header = [], text_of(path)
    lines = header.replace('\r\n', '\n').split('\n\n')[0].split('\n')
    fields = [line.split(':', 1) for line in lines if ':' in line and line[0] not in ' \t']
    needs = [value.strip() for name, value in fields if name.lower() == 'requires-dist']
    if not needs and 'requires.txt' in files:
        section = ''
        for line in text_of(path, 'requires.txt').split('\n'):
            if line.startswith('['):
                extra, _, marker = line.strip('[] ').partition(':')
                section = None if extra else marker
            elif line.strip() and section is not None:
                needs.append(line + (' ; ' + section if section else ''))
    known = {name.lower(): value.strip() for name, value in fields}
    return known['name'], known['version'], needs


def vouched(candidate, module):
    """2 where RECORD lists the module's files as they are, 1 where nothing tells, else 0."""
    try:
        with open(JOIN(candidate[1], 'RECORD'), 'rb') as file:
            record, verdict = b'\n' + file.read(), 0
    except OSError:
        return 1
    for file in WITNESSES:
        line = ('\n%s/%s,' % (module, file)).encode()
        start = record.find(line)
        if start < 0:
            continue
        listed = record[start + len(line):].partition(b',')[0]
        try:
            with open(JOIN(PATH[candidate[0]], module, file), 'rb') as content:
                digest = hashlib.sha256(content.read()).digest()
        except OSError:
            return 0
        if listed not in (b'', b'sha256=' + base64.urlsafe_b64encode(digest).rstrip(b'=')):
            return 0
        verdict = 2
    return verdict


def best(candidates, module):
    """The first on sys.path; of several in one folder the one whose files are there."""
    first = min(place for place, _, _ in candidates)
    rivals = [candidate for candidate in candidates if candidate[0] == first]
    if len(rivals) > 1:
        rivals.sort(key=lambda c: (vouched(c, module), os.stat(c[1]).st_mtime), reverse=True)
    return rivals[0]


def release(candidate, name, detailed):
    """Distribution, version and requirement lines (None where unread) of a candidate."""
    title, version, needs = name, candidate[2], None
    if detailed or not version:
        try:
            title, version, needs = metadata(candidate[1])
        except (OSError, KeyError) as error:
            unreadable('metadata of ' + name, error)
    return {'version': version, 'distribution': re.sub('[-_.]+', '-', title).lower()}, needs


def entry(chosen, candidates, detailed, name):
    """One value of `installed`."""
    value, needs = release(chosen, name, detailed)
    if detailed:
        value['location'] = PATH[chosen[0]]
        if needs is not None:
            held = [attempt('%s requires %s' % (name, n), lambda: requirement(n)) for n in needs]
            value['requires'] = [need for need in held if need]
        others = [release(c, name, True)[0] for c in candidates if c != chosen]
        if others:
            value['others'] = [other for other in others if other['version']]
    return value if value['version'] else None


def editable(candidate):
    try:
        return bool(json.loads(text_of(candidate[1], 'direct_url.json'))['dir_info']['editable'])
    except (OSError, ValueError, KeyError, TypeError):
        return False


def is_site(folder):
    return os.path.basename(folder) in ('site-packages', 'dist-packages')


def homes(module):
    """Every place on sys.path that has the module, as Python looks: (place, file)."""
    hits = []
    for place, folder in enumerate(PATH):
        for file in (module + '/__init__.py', module + '.py'):
            if os.path.isfile(JOIN(folder, file)):
                hits.append((place, file))
                break
    return hits or [(place, module + '/') for place, folder in enumerate(PATH)
                    if os.path.isdir(JOIN(folder, module))]


def supplied(module, found, complete, installed, shadowing):
    """Which distribution supplies one of the three import names, and what hides it."""
    candidates = [c for name in SUPPLIERS[module].split() for c in found.pop(name, [])]
    hits = homes(module)
    places = [place for place, _ in hits]
    real = [c for c in candidates if c[0] in places] or [c for c in candidates if editable(c)]
    chosen = best(real, module) if real else None
    hidden = hits and (places[0] < chosen[0] if chosen else not is_site(PATH[places[0]]))
    if hidden:
        path = JOIN(PATH[places[0]], hits[0][1])
        beside = JOIN(os.getcwd(), '')
        path = path[len(beside):] if path.startswith(beside) else path
        shadowing.append({'module': module, 'path': path})
    if chosen:
        value = entry(chosen, candidates, True, module)
        if value:
            installed[module] = value
    elif candidates:
        unreadable(module, 'it is listed as installed, but its files are not there')
    elif hits and not hidden:
        unreadable(module, 'no installed distribution owns ' + JOIN(PATH[places[0]], hits[0][1]))
    elif complete:
        installed[module] = None


def packages(environment):
    found, complete = distributions()
    installed, shadowing = environment['installed'], environment['shadowing']
    for module in SUPPLIERS:
        attempt(module, lambda: supplied(module, found, complete, installed, shadowing))
    for name, candidates in found.items():
        detailed = name in COMPANIONS or name.startswith(FAMILY)
        value = attempt(name, lambda: entry(best(candidates, COMPANIONS.get(name, name)),
                                            candidates, detailed, name))
        if value:
            installed[name] = value
    for name in COMPANIONS:
        if complete and name not in found:
            installed[name] = None


# -- the process and the machine

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
