import { ruleIssues, Row, testRules, TOKEN } from '../../../helpers/rules';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const region = (name: string) => ({ aws: { region: name } });

testRules('the region', [
  ...['us-east', 'us-east-1a', 'US-EAST-1', 'eu-central-1 ', '', 'Frankfurt', 'us-west-2-lax-1'].map((name): Row => [
    `refuses ${JSON.stringify(name)}, which is none`,
    region(name),
    ['WrongRegion aws.region'],
  ]),
  ...['us-east-1', 'ap-southeast-7', 'us-gov-west-1', 'us-isob-east-1', 'eusc-de-east-1', 'mx-central-1'].map(
    (name): Row => [`takes ${name}`, region(name), []],
  ),
  [
    'refuses another one than the node runs in',
    region('eu-central-1'),
    ['WrongRegion aws.region'],
    { region: 'eu-west-1' },
  ],
  ['takes the one that the node runs in', region('eu-west-1'), [], { region: 'eu-west-1' }],
  ['takes one that is not known yet', region(TOKEN.text), [], { region: 'eu-west-1' }],
  ['warns in settings that are only a part', region('Frankfurt'), ['WrongRegion? aws.region'], { joins: false }],
]);

test('the region of the node is named', () => {
  expect(ruleIssues(region('eu-central-1'), { region: 'eu-west-1' })[0]).toMatchObject({
    expected: 'eu-west-1',
    received: '"eu-central-1"',
  });
});

const config = (text: string) => ({ aws: { config: base64(text) } });
const FIPS = { variant: 'aws-k8s-1.35-fips' };

testRules('FIPS endpoints', [
  [
    'warns of a configuration that turns them off by chance',
    config('[default]\nregion=us-east-1'),
    ['FipsEndpointsReplaced? aws.config'],
    FIPS,
  ],
  ['takes one that turns them off on purpose', config('[default]\nuse_fips_endpoint=false\n'), [], FIPS],
  ['takes one that turns them on', config('[default]\n USE_FIPS_ENDPOINT = true'), [], FIPS],
  ['takes none, since the OS writes its own', {}, [], FIPS],
  ['takes any on other variants', config('[default]\nregion=us-east-1'), [], { variant: 'aws-k8s-1.35' }],
  ['keeps quiet about one that is not known yet', { aws: { config: TOKEN.text } }, [], FIPS],
  ['keeps quiet about one that was refused', { aws: { config: 'x' } }, [], FIPS],
]);

testRules('profiles', [
  [
    'warns of one that is nowhere',
    { aws: { profile: 'x', credentials: base64('[y]\na=b') } },
    ['AwsProfileMissing? aws.profile'],
  ],
  ['warns of one that the OS does not write', { aws: { profile: 'x' } }, ['AwsProfileMissing? aws.profile']],
  [
    'warns of credentials without a default',
    { aws: { credentials: base64('[y]\na=b') } },
    ['AwsProfileMissing? aws.credentials'],
  ],
  ['takes one in the credentials', { aws: { profile: 'x', credentials: base64('[x]\na=b') } }, []],
  [
    'takes one in the configuration, under its long name',
    { aws: { profile: 'x', config: base64('[ profile  x ]\r\na=b') } },
    [],
  ],
  ['takes the default', { aws: { credentials: base64('# c\n[default]\na=b') } }, []],
  ['takes nothing at all', { aws: {} }, []],
  ['keeps quiet about what is not known yet', { aws: { profile: 'x', credentials: TOKEN.text } }, []],
  [
    'keeps quiet about a profile that is not known yet',
    { aws: { profile: TOKEN.text, credentials: base64('[y]') } },
    [],
  ],
  ['keeps quiet about what was refused', { aws: { profile: 'x', credentials: '[x]' } }, []],
]);
