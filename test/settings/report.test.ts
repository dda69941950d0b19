import { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as eks from 'aws-cdk-lib/aws-eks';
import { BottlerocketManagedNodegroup, BottlerocketUserData, UserDataTarget } from '../../lib';
import { describe as text, show } from '../../lib/settings/report';
import { expectGolden } from '../helpers/golden';
import { issuesThrownBy } from '../helpers/issues';

test('errors read as they should', () => {
  const stack = new Stack();
  const vpc = new ec2.Vpc(stack, 'Vpc');
  const cluster = eks.Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName: 'demo', vpc });
  const settings = (kubernetes: object) => () =>
    new BottlerocketUserData({ target: UserDataTarget.EKS_MANAGED, settings: { kubernetes } }).render();
  const group = (...types: string[]) => {
    const instanceTypes = types.map((type) => new ec2.InstanceType(type));
    return () =>
      new BottlerocketManagedNodegroup(stack, types.join(), { cluster, instanceTypes, kubernetesVersion: '1.34.2' });
  };
  const issues = [
    settings({ max_pods: 58 }),
    settings({ maxPods: '58' }),
    settings({ logLevel: 256 }),
    settings({ topologyManagerPolicy: 'best_effort' }),
    settings({ clusterDomain: '10.0.0.1' }),
    settings({ nodeLabels: { 'a b': 'c' } }),
    settings({ nodeTaints: { a: [] } }),
    settings({ credentialProviders: { ecr: { enabled: true } } }),
    settings({ clusterName: 'demo' }),
    settings({ bootstrapToken: 'secret' }),
    group('m7i.large', 'm8g.large'),
    group('g4ad.xlarge'),
    group('x9.large'),
  ].flatMap(issuesThrownBy);
  expectGolden('errors.txt', issues.map((found) => `${text(found)}\n`).join('\n'));
});

test.each<[unknown, string]>([
  ['text', '"text"'],
  [5, '5'],
  [NaN, 'NaN'],
  [9223372036854775808n, '9223372036854775808'],
  [[1n, 'a'], '[1,"a"]'],
  [undefined, 'undefined'],
  [() => 1, 'function'],
  [Symbol('x'), 'symbol'],
  [null, 'null'],
])('%p is shown as %s', (value, expected) => {
  expect(show(value)).toBe(expected);
});

test('circles and long values are shown, but not in full', () => {
  const circle: unknown[] = [];
  circle.push(circle);
  expect(show(circle)).toBe('[object Array]');
  expect(show('x'.repeat(1000))).toBe(`"${'x'.repeat(119)}... (1002 characters)`);
});

test.each([
  ['password', 'hush'],
  ['identitytoken', 'hush'],
  ['settings.aws.credentials', 'hush'],
  ['server-key', 5],
  ['', { list: [{ password: 'hush', serverKey: 'hush' }] }],
])('of secrets, such as %s, nothing is shown', (key, value) => {
  expect(show(value, key)).toContain('not shown');
  expect(show(value, key)).not.toContain('hush');
});

test.each(['authentication-mode', 'node-labels', 'keys', ''])('%s is no secret', (key) => {
  expect(show('value', key)).toBe('"value"');
});
