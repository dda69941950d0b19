import { Token } from 'aws-cdk-lib';
import { NvidiaPreset } from '../../../lib';
import { checkMig } from '../../../lib/node/presets/mig-profiles';
import { hardwareOf } from '../../../lib/os/instance-hardware';
import { problems, types } from '../../helpers/self-managed';

const hardware = (...names: string[]) => new Map(names.map((name) => [name, hardwareOf(name)!]));

test('each GPU needs its own profile; those for others do no harm', () => {
  const profiles = { 'a100.40gb': '1g.5gb', 'h100.80gb': '4' };
  expect(checkMig(profiles, hardware('p4d.24xlarge', 'p5.48xlarge'))).toEqual([]);
  expect(checkMig(profiles, hardware('p4de.24xlarge'))).toMatchObject([
    {
      code: 'MigProfileMissing',
      path: 'instanceTypes',
      received: 'p4de.24xlarge',
      expected: 'a profile for a100.80gb',
    },
  ]);
});

test('GPUs that the OS does not partition are refused', () => {
  expect(checkMig({ 'a100.40gb': '2' }, hardware('g5.xlarge'))).toMatchObject([{ code: 'MigProfileMissing' }]);
});

test('a profile that is none of the GPU is a warning: the OS would leave the GPU in one piece', () => {
  expect(checkMig({ 'a100.40gb': '1g.10gb' }, hardware('p4d.24xlarge'))).toEqual([]);
  expect(checkMig({ 'a100.40gb': '1g.18gb' }, hardware('p4d.24xlarge'))).toMatchObject([
    {
      code: 'MigProfileUnknown',
      severity: 'warning',
      path: 'settings.kubelet-device-plugins.nvidia.mig.profile."a100.40gb"',
    },
  ]);
});

test('values that are only known at deployment, and hardware that is no GPU of NVIDIA, are let be', () => {
  const late = Token.asString({ Ref: 'Profile' });
  expect(checkMig({ 'a100.40gb': late }, hardware('p4d.24xlarge'))).toEqual([]);
  expect(checkMig(Token.asAny({ Ref: 'Profiles' }) as never, hardware('g5.xlarge'))).toEqual([]);
  expect(checkMig({}, hardware('trn1.32xlarge', 'm7i.large'))).toEqual([]);
});

test('node groups refuse instance types with the preset, which the issue names', () => {
  const preset = NvidiaPreset.mig({ profiles: { 'a100.40gb': '2' } });
  expect(problems({ instanceTypes: types('p5.48xlarge'), presets: [preset] })).toEqual([
    'MigProfileMissing instanceTypes',
  ]);
  const found = preset._checkHardware(hardware('p5.48xlarge'));
  expect(found).toMatchObject([{ source: 'NvidiaPreset.mig' }]);
});
