import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { instanceHardware } from '../../lib/os/instance-hardware';

/** Instance types by "architecture vendor". */
const LISTED = parse(readFileSync(join(__dirname, 'instance-types.yaml'), 'utf8')) as Record<string, string>;

describe.each(Object.keys(LISTED))('instance types with %s', (hardware) => {
  const types = LISTED[hardware]!.split(/\s+/);
  // GPUs and other devices that eksctl does not count among NVIDIA and Neuron.
  const unlisted = ['amd', 'habana', 'qualcomm', 'xilinx', 'fpga'];

  test.each(types)('%s', (type) => {
    const { architecture, accelerator } = instanceHardware(type)!;
    const vendor = accelerator === undefined || unlisted.includes(accelerator.vendor) ? 'none' : accelerator.vendor;
    expect(`${architecture} ${vendor}`).toBe(hardware);
  });
});

test('names that follow no pattern are known', () => {
  for (const type of [
    'p6-b200.48xlarge',
    'p6e-gb200.36xlarge',
    'u7i-12tb.224xlarge',
    'u-6tb1.metal',
    'c7i-flex.large',
  ]) {
    expect(instanceHardware(type)).toBeDefined();
  }
});

test.each(['x9.large', 'm7i', '', 'm7i.', '.large', 'M7I.large', 'constructor.large', '__proto__.large'])(
  '%j is not known',
  (type) => {
    expect(instanceHardware(type)).toBeUndefined();
  },
);
