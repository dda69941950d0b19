import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import {
  BottlerocketUpdateOperator,
  BottlerocketUpdateOperatorProps,
  IssueCode,
  UpdateOperatorImage,
} from '../../../lib';
import { IMAGE_MIRRORS } from '../../../lib/eks/generated/update-operator.generated';
import { chartsOf } from '../../helpers/charts';
import { reachableV2 } from '../../helpers/eks-clusters';
import { problemsOf } from '../../helpers/issues';

function imageOf(
  image: (stack: Stack) => UpdateOperatorImage,
  options: Partial<BottlerocketUpdateOperatorProps> = {},
  region?: string,
): unknown {
  const { stack, cluster } = reachableV2({}, { env: { account: '123456789012', region } });
  new BottlerocketUpdateOperator(stack, 'UpdateOperator', { cluster, image: image(stack), ...options });
  return chartsOf(stack)['bottlerocket-update-operator']!.values.image;
}

test('the public one is left to the chart, which names the one of its version', () => {
  expect(imageOf(() => UpdateOperatorImage.ecrPublic())).toBeUndefined();
});

test.each([
  ['eu-west-1', '328549459982'],
  ['af-south-1', '917644944286'],
  ['us-gov-west-1', '347163068887'],
  ['cn-north-1', '183470599484'],
])('the mirror in %s is in the account %s', (region, account) => {
  expect(imageOf(() => UpdateOperatorImage.regionalMirror(), {}, region)).toBe(
    `${account}.dkr.ecr.${region}.{"Ref":"AWS::URLSuffix"}/bottlerocket-update-operator:v1.8.0`,
  );
});

test('the mirror has the tag of the chart', () => {
  expect(imageOf(() => UpdateOperatorImage.regionalMirror(), { version: '1.7.0' }, 'eu-west-1')).toMatch(/:v1\.7\.0$/);
});

test('the mirror is looked up at deployment when the region is not known before', () => {
  const { stack, cluster } = reachableV2();
  new BottlerocketUpdateOperator(stack, 'UpdateOperator', { cluster, image: UpdateOperatorImage.regionalMirror() });
  const [[id, mapping]] = Object.entries(Template.fromStack(stack).findMappings('*')) as [[string, object]];
  expect(mapping).toEqual(
    Object.fromEntries(Object.entries(IMAGE_MIRRORS).map(([region, account]) => [region, { account }])),
  );
  const lookup = JSON.stringify({ 'Fn::FindInMap': [id, { Ref: 'AWS::Region' }, 'account'] });
  expect(chartsOf(stack)['bottlerocket-update-operator']!.values.image).toBe(
    `${lookup}.dkr.ecr.{"Ref":"AWS::Region"}.{"Ref":"AWS::URLSuffix"}/bottlerocket-update-operator:v1.8.0`,
  );
});

test('there is no mirror in a region that is not on record', () => {
  const find = () => imageOf(() => UpdateOperatorImage.regionalMirror(), {}, 'mx-central-1');
  expect(problemsOf(find)).toEqual([`${IssueCode.UNKNOWN_MIRROR_REGION} image`]);
});

describe('a repository of Amazon ECR', () => {
  const ARN = 'arn:aws:ecr:eu-west-1:123456789012:repository/brupop';
  const repository = (stack: Stack) =>
    ecr.Repository.fromRepositoryAttributes(stack, 'Repository', { repositoryArn: ARN, repositoryName: 'brupop' });

  test.each([
    [undefined, ':v1.8.0'],
    ['patched', ':patched'],
    [`sha256:${'0'.repeat(64)}`, `@sha256:${'0'.repeat(64)}`],
  ])('with %s ends in %s', (tagOrDigest, end) => {
    const image = imageOf((stack) => UpdateOperatorImage.fromEcrRepository(repository(stack), tagOrDigest));
    expect(image).toBe(`123456789012.dkr.ecr.eu-west-1.{"Ref":"AWS::URLSuffix"}/brupop${end}`);
  });
});

test('a name is passed on as it is', () => {
  expect(imageOf(() => UpdateOperatorImage.fromRegistry('registry.example.com/brupop:1'))).toBe(
    'registry.example.com/brupop:1',
  );
});
