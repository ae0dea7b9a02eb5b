/** Reports of damaged notebooks: nothing throws, nothing points outside, safe fixes do what they promise. */

import { shippedAtlas } from '../atlas';
import { campaign } from './campaign';
import { ENVIRONMENTS } from './environments';
import { seeds } from './seeds';

jest.setTimeout(120_000);

test('damaged notebooks are checked without harm', () => {
  const { wrong, findings, fixed } = campaign({
    atlas: shippedAtlas(),
    environments: ENVIRONMENTS,
    seeds: seeds(),
    cells: 300,
    seed: 11,
    most: 400,
    now: () => performance.now(),
    suspicious: Infinity
  });
  expect(wrong).toEqual([]);
  // What is damaged still holds enough for rules and fixes to speak of.
  expect(findings).toBeGreaterThan(150);
  expect(fixed).toBeGreaterThan(10);
});
