import { BottlerocketVariant } from '../../lib';
import { CloudFormationTemplate, imageOfAlias, imageOfAmiType, imageOfId } from '../../lib/template';

const NAME = '/aws/service/bottlerocket/aws-k8s-1.35-nvidia/arm64/1.62.1/image_id';
const TEMPLATE = new CloudFormationTemplate({
  Parameters: {
    Image: { Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>', Default: NAME },
    Other: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/aws/service/ecs/optimized-ami/image_id' },
    Own: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/images/golden' },
    Plain: { Type: 'AWS::EC2::Image::Id' },
  },
});

test.each([{ Ref: 'Image' }, `resolve:ssm:${NAME}`, `{{resolve:ssm:${NAME}}}`, `{{resolve:ssm:${NAME}:3}}`])(
  '%j is read from the name of the parameter',
  (imageId) => {
    expect(imageOfId(imageId, TEMPLATE)).toEqual({
      isBottlerocket: true,
      variant: 'aws-k8s-1.35-nvidia',
      architecture: 'arm64',
      nvidia: true,
      fips: false,
      isLatest: false,
      osVersion: '1.62.1',
      parameter: NAME,
    });
  },
);

test('the latest image of a retired variant is its last one', () => {
  const imageId = 'resolve:ssm:/aws/service/bottlerocket/aws-ecs-1/x86_64/latest/image_id';
  expect(imageOfId(imageId, TEMPLATE)).toMatchObject({ variant: 'aws-ecs-1', osVersion: '1.43', isLatest: true });
});

test.each<[unknown, boolean | undefined]>([
  [{ Ref: 'Other' }, false],
  [{ Ref: 'Own' }, undefined],
  [{ Ref: 'Plain' }, undefined],
  ['ami-0123456789abcdef0', undefined],
  [undefined, undefined],
])('%j is no image of which more is known', (imageId, isBottlerocket) => {
  expect(imageOfId(imageId, TEMPLATE).isBottlerocket).toBe(isBottlerocket);
});

test('mappings of this library name every variant', () => {
  for (const { variantName, architectures } of BottlerocketVariant.all()) {
    for (const architecture of architectures) {
      const id = `BottlerocketImages${variantName}-${architecture}`.replace(/[^A-Za-z0-9]/g, '');
      for (const logicalId of [id, `${id}2`]) {
        const imageId = { 'Fn::FindInMap': [logicalId, { Ref: 'AWS::Region' }, 'imageId'] };
        expect(imageOfId(imageId, TEMPLATE)).toMatchObject({ variant: variantName, architecture });
      }
    }
  }
  expect(imageOfId({ 'Fn::FindInMap': ['Images', 'a', 'b'] }, TEMPLATE)).toEqual({});
});

test.each<[string, string | undefined, object]>([
  ['BOTTLEROCKET_x86_64', '1.35', { variant: 'aws-k8s-1.35', architecture: 'x86_64', nvidia: false, fips: false }],
  ['BOTTLEROCKET_ARM_64_NVIDIA_FIPS', '1.35', { variant: 'aws-k8s-1.35-nvidia-fips', architecture: 'arm64' }],
  ['BOTTLEROCKET_ARM_64_NVIDIA', undefined, { variant: 'aws-k8s-nvidia', nvidia: true }],
  ['AL2023_x86_64_STANDARD', '1.35', { isBottlerocket: false }],
])('the type %s of Kubernetes %s', (amiType, version, expected) => {
  expect(imageOfAmiType(amiType, version)).toMatchObject(expected);
});

test('CUSTOM says nothing of the image', () => {
  expect(imageOfAmiType('CUSTOM', '1.35')).toEqual({});
});

test.each<[string, object]>([
  ['bottlerocket@v1.62.1', { isBottlerocket: true, osVersion: '1.62.1', isLatest: false }],
  ['bottlerocket@latest', { isBottlerocket: true, osVersion: undefined, isLatest: true }],
  ['al2023@latest', { isBottlerocket: false }],
])('the alias %s of Karpenter', (alias, expected) => {
  expect(imageOfAlias(alias)).toEqual(expected);
});
