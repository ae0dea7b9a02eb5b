/** Environment variables that a notebook sets. */

import { checkCases } from './render';

describe('environment variables', () => {
  checkCases([
    [
      'os.environ',
      'import os\nos.environ["A"] = "1"\nos.environ[\'B\'] = r"c:\\d" \'e\'\nos.environ["C"] = x\nos.environ[k] = "1"\nos.environ["D"] = f"x"\nos.environ["E"] = str(1)',
      ['A=1', 'B=c:\\de', 'C=null', 'D=null', 'E=null']
    ],
    [
      'its methods',
      'import os\nos.environ.setdefault("A", "1")\nos.environ.update({"B": "2", k: "3"}, C="4")\nos.putenv("D", "5")\nos.environ.get("E", "6")\nos.getenv("F")',
      ['A=1', 'B=2', 'C=4']
    ],
    [
      'what takes one away',
      'import os\ndel os.environ["A"], os.environ["B"]\nos.environ.pop("C", None)\nos.unsetenv("D")\ndel os.environ[k]',
      ['A=null', 'B=null', 'C=null']
    ],
    [
      'under other names',
      'import os as o\nfrom os import environ, environ as e\no.environ["A"] = "1"\nenviron["B"] = "2"\ne["C"] = "3"\nx = o.environ\nx["E"] = "5"',
      ['A=1', 'B=2', 'C=3', 'E=5']
    ],
    [
      'os from another cell, and an os that is no module',
      ['os.environ["A"] = "1"', 'os = 3\nos.environ["B"] = "2"'],
      ['A=1']
    ],
    [
      'magics',
      '%env A=1\n%env B 2 3\n%set_env C = 4\n%env D=$x\n%env E={y}\n%env F\n%env\n!export G=1\nx = %env H',
      ['A=1', 'B=2 3', 'C=4', 'D=null', 'E=null']
    ],
    [
      'where they stand',
      'import os\nif x:\n  os.environ["A"] = "1"\n  %env B=2\ndef f():\n  os.environ["C"] = "3"\ntry: os.environ["D"] = keras\nexcept E: pass',
      ['A=1 C', 'B=2 C', 'C=3 D', 'D=null !E']
    ]
  ]);
});
