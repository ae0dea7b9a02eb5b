"""Distributions: metadata folders in the order of sys.path, the first one counts."""
EXTRA = re.compile(r'\bextra\s*==\s*["\']([^"\']+)')


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


def extras(needs, found):
    """The extras all of whose requirements are installed: whether they were asked for is written nowhere."""
    asked = {}
    for need in needs:
        extra = EXTRA.search(need)
        if extra:
            name = re.sub('[-_.]+', '_', re.match(r'[\w.-]+', need).group()).lower()
            asked.setdefault(extra.group(1), []).append(name in found)
    return sorted(extra for extra in asked if all(asked[extra]))


def entry(chosen, candidates, detailed, name, found=()):
    """One value of `installed`; its extras are told where `found` is given."""
    value, needs = release(chosen, name, detailed)
    if detailed:
        value['location'] = PATH[chosen[0]]
        if needs is not None:
            held = [attempt('%s requires %s' % (name, n), lambda: requirement(n)) for n in needs]
            value['requires'] = [need for need in held if need]
            whole = attempt('extras of ' + name, lambda: extras(needs, found)) if found else None
            if whole:
                value['extras'] = whole
        others = [dict(release(c, name, True)[0], location=PATH[c[0]])
                  for c in candidates if c != chosen]
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
        value = entry(chosen, candidates, True, module, found)
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
        detailed = name in COMPANIONS or FAMILY.search(name) is not None
        value = attempt(name, lambda: entry(best(candidates, COMPANIONS.get(name, name)),
                                            candidates, detailed, name))
        if value:
            installed[name] = value
    for name in COMPANIONS:
        if complete and name not in found:
            installed[name] = None
