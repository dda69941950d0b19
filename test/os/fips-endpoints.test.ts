import { App, CfnParameter, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { BottlerocketImage, BottlerocketVariant, IssueCode } from '../../lib';
import { AwsConfig, checkFipsEndpoints } from '../../lib/os/fips-endpoints';
import { ISSUES } from '../../lib/settings/generated/issue-table.generated';

const FIPS = BottlerocketVariant.eks('1.35', { fips: true });
const NOTHING: AwsConfig = { value: undefined };
const stackIn = (region?: string) => new Stack(new App(), 'Stack', { env: { region } });
const found = (region: string | undefined, config?: AwsConfig) =>
  checkFipsEndpoints(stackIn(region), FIPS, config).map(({ code }) => code);

test.each(['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2', 'us-gov-east-1', 'us-gov-west-1'])(
  '%s has the endpoints that FIPS variants use',
  (region) => {
    expect(found(region, NOTHING)).toEqual([]);
    expect(found(region)).toEqual([]);
  },
);

test.each(['ca-central-1', 'ca-west-1', 'eu-west-1', 'ap-south-1', 'cn-north-1', 'sa-east-1'])(
  '%s has not, so that nodes would never join: an error that says how to do without',
  (region) => {
    const [issue] = checkFipsEndpoints(stackIn(region), FIPS, NOTHING);
    expect(issue).toMatchObject({ code: IssueCode.FIPS_ENDPOINTS_MISSING, severity: 'error', received: region });
    expect(issue!.message).toContain('never join');
    expect(issue!.expected).toContain('us-west-2');
    const [, config] = /config: '([^']+)'/.exec(issue!.fix!)!;
    expect(found(region, { value: config })).toEqual([]);
  },
);

test('the way to do without is what the AWS SDKs read', () => {
  const [, config] = /config: '([^']+)'/.exec(ISSUES[IssueCode.FIPS_ENDPOINTS_MISSING].fix)!;
  expect(Buffer.from(config!, 'base64').toString()).toBe('[default]\nuse_fips_endpoint=false');
});

test.each([
  ['[default]\nregion=eu-west-1\nuse_fips_endpoint = false\n', true],
  ['[default]\r\nuse_fips_endpoint=FALSE\r\n', true],
  ['[default]\nuse_fips_endpoint=true', false],
  ['[default]\n# use_fips_endpoint=false', false],
  ['[default]\nuse_fips_endpoint=falsehood', false],
  ['', false],
])('the configuration %j turns FIPS endpoints off: %s', (config, off) => {
  const value = Buffer.from(config).toString('base64');
  expect(found('eu-west-1', { value })).toEqual(off ? [] : [IssueCode.FIPS_ENDPOINTS_MISSING]);
});

test('a configuration that is only known at deployment may turn them off', () => {
  const stack = stackIn('eu-west-1');
  const { valueAsString: value } = new CfnParameter(stack, 'Config');
  expect(checkFipsEndpoints(stack, FIPS, { value })).toEqual([]);
});

test('a region that is only known at deployment is a warning with the regions', () => {
  const [issue] = checkFipsEndpoints(stackIn(), FIPS, NOTHING);
  expect(issue).toMatchObject({ code: IssueCode.FIPS_ENDPOINTS_UNCERTAIN, severity: 'warning' });
  expect(issue!.expected).toContain('us-gov-west-1');
});

test('what isolated regions have is not known', () => {
  expect(found('us-iso-east-1', NOTHING)).toEqual([IssueCode.FIPS_ENDPOINTS_UNCERTAIN]);
});

test('without settings at hand, it is a warning on the construct', () => {
  const stack = stackIn('eu-west-1');
  const machineImage = BottlerocketImage.latest({ variant: FIPS, architecture: ec2.InstanceArchitecture.ARM_64 });
  new ec2.LaunchTemplate(stack, 'Template', { machineImage });
  Annotations.fromStack(stack).hasWarning(
    '/Stack/Template',
    Match.stringLikeRegexp('FipsEndpointsUncertain.*eu-west-1'),
  );
});

test('variants without FIPS run everywhere', () => {
  expect(checkFipsEndpoints(stackIn('eu-west-1'), BottlerocketVariant.ecs(3), NOTHING)).toEqual([]);
});
