import { Lazy } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { BottlerocketManagedNodegroup, IssueCode, NodePreset } from '../../lib';
import { issue } from '../../lib/settings/report';
import { cfnCluster } from '../helpers/clusters';
import { problemsOf } from '../helpers/issues';
import { capacityProblems, capacityProvider } from '../helpers/ecs-capacity';
import { group, only, problems, types, userDataIn, userDataOf } from '../helpers/self-managed';

const proxy = NodePreset.of('proxy', { network: { httpsProxy: 'proxy.internal:3128', noProxy: ['10.0.0.0/8'] } });
const otherProxy = NodePreset.of('other proxy', { network: { httpsProxy: 'other.internal:3128' } });
const broken = NodePreset.of('broken', { kubernetes: { maxPods: -1 } });

const found = (path: string) => issue(IssueCode.NO_INSTANCE_STORE, { path, message: 'Found.' });

describe('presets', () => {
  test('merge with one another, and beneath the settings of cluster and node group', () => {
    const text = userDataOf({
      presets: [proxy, NodePreset.of('message', { motd: 'of the preset' })],
      clusterSettings: { network: { noProxy: ['10.1.0.0/16'] } },
      settings: { motd: 'of the node group' },
    });
    expect(text).toContain('https-proxy = "proxy.internal:3128"');
    expect(text).toContain('no-proxy = ["10.1.0.0/16"]');
    expect(text).toContain('motd = "of the node group"');
  });

  test('reach managed node groups and capacity providers as well', () => {
    const { stack, cluster, vpc } = cfnCluster();
    new BottlerocketManagedNodegroup(stack, 'Nodes', {
      cluster,
      vpc,
      instanceTypes: types('m7i.large'),
      presets: [proxy],
    });
    expect(userDataIn(stack)).toContain('https-proxy = "proxy.internal:3128"');
    expect(userDataIn(capacityProvider({ presets: [proxy] }).stack)).toContain('https-proxy = "proxy.internal:3128"');
  });

  test('that want different values for one setting are refused, with the names of both', () => {
    expect(problems({ presets: [proxy, otherProxy] })).toEqual(['ConflictingSettings settings.network.https-proxy']);
    expect(() => group({ presets: [proxy, otherProxy] })).toThrow(/proxy and other proxy want different values/);
  });

  test('that want different values are refused even when they have one name', () => {
    const again = NodePreset.of('proxy', otherProxy.settings);
    expect(() => group({ presets: [proxy, again] })).toThrow(/proxy and proxy \(2\) want different values/);
    expect(userDataOf({ presets: [proxy, proxy] })).toContain('https-proxy = "proxy.internal:3128"');
  });

  test('are checked like all settings, and issues name them', () => {
    expect(problems({ presets: [broken] })).toEqual(['ValueOutOfRange settings.kubernetes.max-pods']);
    expect(capacityProblems({ presets: [broken] })).toEqual(['SettingNotInVariant settings.kubernetes']);
    expect(() => group({ presets: [broken] })).toThrow(/broken/);
  });

  test('take values that are only known at synthesis', () => {
    const text = userDataOf({
      presets: [NodePreset.of('late', { motd: Lazy.string({ produce: () => 'known late' }) })],
    });
    expect(text).toContain('motd = "known late"');
  });

  test('give the role of the nodes the rights that they need', () => {
    const preset = NodePreset._withGrant('bucket', {}, (role) =>
      iam.Grant.addToPrincipal({ grantee: role, actions: ['s3:GetObject'], resourceArns: ['arn:aws:s3:::bucket/key'] }),
    );
    expect(JSON.stringify(only(group({ presets: [preset] }).stack, 'AWS::IAM::Policy').Properties)).toContain(
      's3:GetObject',
    );
  });

  test('adapt to the OS, and look at settings and hardware', () => {
    const preset = NodePreset._adaptive(
      'adaptive',
      { motd: 'usual' },
      {
        settingsFor: ({ kubernetes }) => ({ motd: `for ${kubernetes?.join('.')}` }),
        check: ({ motd }) => (motd === 'mine' ? [found('settings.motd')] : []),
        checkHardware: (hardware) => (hardware.has('m7i.xlarge') ? [found('instanceTypes')] : []),
      },
    );
    expect(preset.settings.motd).toBe('usual');
    expect(userDataOf({ presets: [preset] })).toContain('motd = "for 1.35.0"');
    expect(problems({ presets: [preset], settings: { motd: 'mine' } })).toContain('NoInstanceStore settings.motd');
    expect(problems({ presets: [preset], instanceTypes: types('m7i.xlarge') })).toEqual([
      'NoInstanceStore instanceTypes',
    ]);
    expect(() => group({ presets: [preset], instanceTypes: types('m7i.xlarge') })).toThrow(/Set by: adaptive/);
  });
});

test.each([
  ['a preset alone', proxy, ['WrongType presets']],
  ['a name', 'proxy', ['WrongType presets']],
  ['nothing (null)', null, ['WrongType presets']],
  [
    'settings, and a class',
    [proxy, { motd: 'x' }, NodePreset, null],
    [1, 2, 3].map((index) => `WrongType presets[${index}]`),
  ],
])('%s in place of a list of presets is refused by every kind of node', (_, presets, expected) => {
  expect(problems({ presets: presets as never })).toEqual(expected);
  expect(capacityProblems({ presets: presets as never })).toEqual(expected);
  const { stack, cluster, vpc } = cfnCluster();
  const managed = () =>
    new BottlerocketManagedNodegroup(stack, 'Nodes', {
      cluster,
      vpc,
      instanceTypes: types('m7i.large'),
      presets: presets as never,
    });
  expect(problemsOf(managed)).toEqual(expected);
});
