import { TaintEffect } from '../../lib';
import { withAcceleratorTaint } from '../../lib/node/accelerator-taint';
import { hardwareOf } from '../../lib/os/instance-hardware';

const hardware = (...names: string[]) => new Map(names.map((name) => [name, hardwareOf(name)!]));
const NVIDIA = { key: 'nvidia.com/gpu', value: 'present', effect: TaintEffect.NO_SCHEDULE };

test.each([
  ['g5.xlarge', NVIDIA, 'nvidia.com/gpu.present'],
  ['inf2.xlarge', { ...NVIDIA, key: 'aws.amazon.com/neuron' }, 'aws.amazon.com/neuron.present'],
])('%s gets the taint and the label of its accelerators', (type, taint, label) => {
  expect(withAcceleratorTaint({ acceleratorTaint: true }, hardware(type))).toEqual({
    labels: { [label]: 'true' },
    taints: [taint],
    issues: [],
  });
});

test('what users give stays, and wins', () => {
  const mine = { ...NVIDIA, value: 'mine' };
  const other = { key: 'example.com/batch', effect: TaintEffect.NO_EXECUTE };
  const labels = { 'nvidia.com/gpu.present': 'perhaps', pool: 'a' };
  const given = { acceleratorTaint: true, labels, taints: [other, mine] };
  expect(withAcceleratorTaint(given, hardware('g5.xlarge'))).toEqual({ labels, taints: [other, mine], issues: [] });
  const later = { ...mine, effect: TaintEffect.NO_EXECUTE };
  expect(withAcceleratorTaint({ ...given, taints: [later] }, hardware('g5.xlarge')).taints).toEqual([later, NVIDIA]);
});

test('without the option, nothing changes', () => {
  expect(withAcceleratorTaint({}, hardware('g5.xlarge'))).toEqual({ issues: [] });
  const labels = { pool: 'a' };
  expect(withAcceleratorTaint({ labels, acceleratorTaint: false }, hardware('g5.xlarge'))).toEqual({
    labels,
    issues: [],
  });
});

test.each([['m7i.large'], ['g4ad.xlarge'], []])('%s has nothing to stand for, which is a warning', (...names) => {
  const { taints, issues } = withAcceleratorTaint({ acceleratorTaint: true }, hardware(...names));
  expect(taints).toBeUndefined();
  expect(issues).toMatchObject([{ code: 'AcceleratorTaintUnused', severity: 'warning', path: 'acceleratorTaint' }]);
});
