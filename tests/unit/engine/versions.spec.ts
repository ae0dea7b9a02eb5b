import {
  compareVersions,
  distance,
  sameRelease,
  satisfies,
  seriesOf,
  splitRequirement
} from '../../../src/engine/versions';

test.each([
  ['2.15.0.post1', '2.15'],
  ['2.5.0.dev2021032900', '2.5'],
  ['3.15.1', '3.15'],
  ['2.20.0rc0', '2.20'],
  ['newest', null]
])('series of %s', (version, series) => {
  expect(seriesOf(version)).toBe(series);
});

test.each([
  ['2.9.3', '2.10.1', -1],
  ['2.16.0rc0', '2.16.0', -1],
  ['2.16.0', '2.16', 0],
  ['3.0.0', '2.21.0', 1],
  ['nonsense', '2.0', -1]
])('%s against %s', (a, b, sign) => {
  expect(Math.sign(compareVersions(a, b))).toBe(sign);
  expect(Math.sign(compareVersions(b, a))).toBe(sign === 0 ? 0 : -sign);
});

test.each([
  ['2.15.0', '2.15.0.post1', true],
  ['2.20.0-dev20250101', '2.20.0.dev20250101', true],
  ['2.4.4', '2.6.5', false],
  ['1.0+local', '1.0', true]
])('%s is the release of %s: %s', (a, b, same) => {
  expect(sameRelease(a, b)).toBe(same);
});

test.each([
  ['3.20.3', '<3.21', true],
  ['5.29.6', '<3.21', false],
  ['1.19.5', '~=1.19.2', true],
  ['what', '<2', null]
])('%s satisfies %s: %s', (version, specifier, answer) => {
  expect(satisfies(version, specifier)).toBe(answer);
});

test.each([
  ['protobuf<3.21', { name: 'protobuf', specifier: '<3.21' }],
  ['numpy (~=1.19.2)', { name: 'numpy', specifier: '~=1.19.2' }],
  ['keras', { name: 'keras', specifier: '' }],
  ['not a requirement!', null]
])('%s', (requirement, parts) => {
  expect(splitRequirement(requirement)).toEqual(parts);
});

test('a major release is farther than any minor one', () => {
  expect(distance('2.15.1', '2.6.5')).toBeLessThan(
    distance('2.15.1', '1.15.5')
  );
});
