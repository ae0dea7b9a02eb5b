import { folderWith, kerasDoctor, onLinux } from './program';

jest.setTimeout(60_000);

const FILES = {
  'env.json': JSON.stringify(onLinux('tf2.4')),
  'a.py': 'from tensorflow.keras.layers import RandomFlip\nRandomFlip()\n'
};

test('a line for each release: what fails there, what is installed, what this Python cannot have', () => {
  const { code, out } = kerasDoctor(
    ['releases', '--env', 'env.json', 'a.py', 'missing.py'],
    { cwd: folderWith(FILES) }
  );
  const lines = out.split('\n');
  expect(code).toBe(2);
  expect(
    lines.filter(line => / (2\.4\.4|2\.6\.5|2\.21\.0) /.test(line))
  ).toEqual([
    '  2.4.4       -                     2 fail   installed',
    '  2.4.4       2.4.3                 2 fail',
    '  2.6.5       2.6.0                 all run',
    '  2.21.0      3.15.1                all run  no wheel for Python 3.8 on this machine'
  ]);
  expect(lines[lines.length - 2]).toBe('missing.py: There is no such file.');
});

test('the same as JSON', () => {
  const { out } = kerasDoctor(
    ['releases', '--format', 'json', '--env', 'env.json', 'a.py'],
    { cwd: folderWith(FILES) }
  );
  expect(JSON.parse(out)).toMatchObject({
    schema: 1,
    reports: [
      {
        notebook: 'a.py',
        releases: expect.arrayContaining([
          {
            tensorflow: '2.4.4',
            keras: '2.4.3',
            failing: 2,
            unknown: 0,
            symbols: ['tensorflow.keras.layers.RandomFlip'],
            installable: true,
            installed: false,
            cell: expect.stringMatching(/^%pip install .*"keras==2\.4\.3"/m)
          },
          {
            tensorflow: '2.6.5',
            keras: '2.6.0',
            failing: 0,
            unknown: 0,
            symbols: [],
            installable: true,
            installed: false,
            cell: expect.stringMatching(
              /^%pip install "tensorflow-cpu==2\.6\.5"/m
            )
          }
        ])
      }
    ]
  });
});
