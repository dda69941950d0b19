import { codesIn, group, nodegroup, parameter } from '../../helpers/template-rules';

test.each<[name: string, resources: ReturnType<typeof group>]>([
  ['a type that fits', group()],
  ['a type that the table does not have', group({ InstanceType: 'x99.large' })],
  ['a type that is only known at deployment', group({ InstanceType: { Ref: 'Type' } })],
  ['an image that nothing is known of', group({ ImageId: { Ref: 'Image' }, InstanceType: 'm8g.large' })],
  ['Neuron devices on the plain image', nodegroup({ InstanceTypes: ['inf2.xlarge', 'trn1.2xlarge'] })],
  ['an accelerator that nothing drives on the plain image', nodegroup({ InstanceTypes: ['g4ad.xlarge'] })],
  ['FIPS types with instance types', nodegroup({ AmiType: 'BOTTLEROCKET_ARM_64_FIPS', InstanceTypes: ['m8g.large'] })],
  [
    'GPUs on their image',
    nodegroup({ AmiType: 'BOTTLEROCKET_x86_64_NVIDIA', InstanceTypes: ['g6.xlarge', 'p5.48xlarge'] }),
  ],
  ['types whose names aws-cdk-lib cannot read', nodegroup({ InstanceTypes: ['u7i-12tb.224xlarge'] })],
])('nothing is wrong with %s', (_, resources) => {
  expect(codesIn(resources, 'us-east-1')).toEqual([]);
});

test.each<[name: string, resources: ReturnType<typeof group>, code: string]>([
  ['Arm with an image for x86', group({ InstanceType: 'm8g.large' }), 'ImageMismatch'],
  ['x86 with an image for Arm', group({ ImageId: parameter('aws-ecs-3', 'arm64') }), 'ImageMismatch'],
  ['GPUs without drivers', group({ InstanceType: 'g6.xlarge' }), 'ImageMismatch'],
  ['drivers without GPUs', group({ ImageId: parameter('aws-ecs-3-nvidia') }), 'ImageMismatch'],
  ['Arm with a type for x86', nodegroup({ InstanceTypes: ['m8g.large'] }), 'AmiTypeMismatch'],
  ['the type in the launch template', nodegroup({}, { InstanceType: 'm8g.large' }), 'AmiTypeMismatch'],
])('%s is found', (_, resources, code) => {
  expect(codesIn(resources)).toEqual([code]);
});

test('a release from before the accelerator was driven is found', () => {
  const image = parameter('aws-k8s-1.31', 'x86_64', '1.22.0');
  expect(codesIn(group({ ImageId: image, InstanceType: 'inf2.xlarge' }))).toContain('AcceleratorNotInVariant');
});
