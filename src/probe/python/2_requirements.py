"""Requirements and their markers (PEP 508)."""
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
