import { nearest } from '../../../lib/settings/check/suggest';

const NAMES = ['max-pods', 'node-labels', 'node-taints', 'log-level', 'memory.available'];

test.each([
  ['max_pods', 'max-pods'],
  ['MaxPods', 'max-pods'],
  ['maxpods', 'max-pods'],
  ['max-pod', 'max-pods'],
  ['max-posd', 'max-pods'],
  ['node-lables', 'node-labels'],
  ['memoryAvailable', 'memory.available'],
])('%s means %s', (wrong, meant) => {
  expect(nearest(wrong, NAMES)).toBe(meant);
});

test.each(['', 'x', 'pods', 'something-else', 'log', 'x'.repeat(1e6)])('%s means nothing in particular', (wrong) => {
  expect(nearest(wrong, NAMES)).toBeUndefined();
});
