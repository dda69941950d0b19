import { codesIn, group, nodegroup, parameter } from '../../helpers/template-rules';

const FIPS = { AmiType: 'BOTTLEROCKET_x86_64_FIPS' };
const config = (value: string) => ({
  UserData: { 'Fn::Base64': { 'Fn::Sub': `[settings.aws]\nconfig = "${value}"\n` } },
});

test.each<[name: string, resources: ReturnType<typeof group>, region: string | undefined, codes: string[]]>([
  ['a variant that is current', group(), undefined, []],
  ['a preview', group({ ImageId: parameter('aws-ecs-4') }), undefined, ['PreviewVariant']],
  ['a variant that there is not', group({ ImageId: parameter('aws-foo') }), undefined, ['UnknownVariant']],
  [
    'a variant without images',
    group({ ImageId: parameter('aws-dev'), UserData: undefined }),
    undefined,
    ['VariantWithoutImages'],
  ],
  ['a node group whose version is not known', nodegroup({ Version: undefined }), undefined, []],
  ['a retired version of a node group', nodegroup({ Version: '1.28' }), undefined, ['RetiredVariant']],
  ['a whole release', nodegroup({ ReleaseVersion: '1.62.1-ea1afdd6' }), undefined, []],
  ['a release that is only known at deployment', nodegroup({ ReleaseVersion: { Ref: 'Release' } }), undefined, []],
  ['a release with a v', nodegroup({ ReleaseVersion: 'v1.62.1-ea1afdd6' }), undefined, ['InvalidReleaseVersion']],
  [
    'a release from before the variant',
    nodegroup({ ReleaseVersion: '1.40.0-0123abcd' }),
    undefined,
    ['ReleaseNotOfVariant'],
  ],
  ['FIPS with endpoints', nodegroup(FIPS), 'us-west-2', []],
  ['FIPS without endpoints', nodegroup(FIPS), 'eu-west-3', ['FipsEndpointsMissing']],
  ['FIPS somewhere', nodegroup(FIPS), undefined, ['FipsEndpointsUncertain']],
  [
    'FIPS with common endpoints',
    nodegroup(FIPS, config('W2RlZmF1bHRdCnVzZV9maXBzX2VuZHBvaW50PWZhbHNl')),
    'eu-west-3',
    [],
  ],
  ['FIPS with a configuration that is not known', nodegroup(FIPS, config('${Config}')), 'eu-west-3', []],
  [
    'FIPS with user data that is not known',
    nodegroup(FIPS, { UserData: { Ref: 'Data' } }),
    'eu-west-3',
    ['FipsEndpointsUncertain'],
  ],
])('%s', (_, resources, region, codes) => {
  expect(codesIn(resources, region)).toEqual(codes);
});

test.each(['AmiType', 'ReleaseVersion', 'Version'])('an image of users beside %s is found', (name) => {
  const none = { AmiType: undefined, Version: undefined };
  const values = { AmiType: 'BOTTLEROCKET_x86_64', ReleaseVersion: '1.62.1-ea1afdd6', Version: '1.35' };
  const image = { ImageId: parameter('aws-k8s-1.35') };
  const codes = (properties: object) => codesIn(nodegroup({ ...none, ...properties }, image));
  expect(codes({ [name]: values[name as keyof typeof values] })).toContain('NodegroupImageConflict');
  expect(codes({})).not.toContain('NodegroupImageConflict');
});
