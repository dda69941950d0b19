import { Lazy } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import {
  BootstrapMode,
  BottlerocketNodeClassOptions,
  BottlerocketSettings,
  BottlerocketUserData,
  IssueCode,
  KarpenterInstanceStorePolicy,
  UserDataTarget,
} from '../../../lib';
import { nodeClass, nodeClassProblems, specOf } from '../../helpers/karpenter';
import { parseToml } from '../../helpers/toml';

const of = (settings: BottlerocketSettings, options: BottlerocketNodeClassOptions = {}) =>
  specOf({ settings, ...options });

const tomlOf = (spec: Readonly<Record<string, unknown>>) => parseToml(spec.userData as string) as { settings: object };

describe('settings that Karpenter overwrites or plans with', () => {
  const spec = of({
    motd: 'hello',
    kubernetes: {
      clusterDnsIp: ['169.254.20.10'],
      evictionHard: { memoryAvailable: '5%', nodefsAvailable: '10%' },
      kubeReserved: { cpu: '100m', memory: '512Mi', ephemeralStorage: '1Gi' },
      systemReserved: { cpu: '50m' },
      maxPods: 58,
      podPidsLimit: 4096,
      imageGcHighThresholdPercent: 90,
    },
  });

  test('go into the kubelet section', () => {
    expect(spec.kubelet).toEqual({
      clusterDNS: ['169.254.20.10'],
      evictionHard: { 'memory.available': '5%', 'nodefs.available': '10%' },
      kubeReserved: { cpu: '100m', memory: '512Mi', 'ephemeral-storage': '1Gi' },
      maxPods: 58,
      systemReserved: { cpu: '50m' },
    });
  });

  test('leave the user data, where all others stay as plain TOML', () => {
    expect(tomlOf(spec)).toEqual({
      settings: {
        motd: 'hello',
        kubernetes: { 'pod-pids-limit': 4096, 'image-gc-high-threshold-percent': '90' },
      },
    });
  });

  test('leave no empty table and no empty user data behind', () => {
    const moved = of({ kubernetes: { maxPods: 20 } });
    expect(moved.kubelet).toEqual({ maxPods: 20 });
    expect(moved).not.toHaveProperty('userData');
  });

  test('are nothing to warn of, once they are where Karpenter reads them', () => {
    const { stack } = nodeClass({ settings: { kubernetes: { clusterDnsIp: ['169.254.20.10'], maxPods: 58 } } });
    Annotations.fromStack(stack).hasNoWarning('*', Match.anyValue());
  });

  test('are a warning in user data for a node class of users, in the words of the command line', () => {
    const settings = { kubernetes: { maxPods: 58 } };
    const issues = new BottlerocketUserData({ settings, target: UserDataTarget.KARPENTER }).findIssues();
    expect(issues).toMatchObject([
      {
        code: IssueCode.SETTING_TAKEN_FROM_NODE_CLASS,
        path: 'settings.kubernetes.max-pods',
        message: 'Karpenter writes the number over it that it plans with.',
        received: '58',
        fix: 'Write it as spec.kubelet.maxPods of the EC2NodeClass, and leave it out of the user data.',
      },
    ]);
    expect(new BottlerocketUserData({ settings, target: UserDataTarget.EC2 }).findIssues()).toEqual([]);
  });

  test('are moved with their tokens', () => {
    const late = Lazy.string({ produce: () => '200m' });
    expect(of({ kubernetes: { kubeReserved: { cpu: late } } }).kubelet).toEqual({ kubeReserved: { cpu: '200m' } });
  });

  test('win in the order of their layers', () => {
    const clusterSettings = { kubernetes: { maxPods: 10, kubeReserved: { cpu: '1' } } };
    expect(of({ kubernetes: { maxPods: 20 } }, { clusterSettings }).kubelet).toEqual({
      maxPods: 20,
      kubeReserved: { cpu: '1' },
    });
  });
});

describe('settings that Karpenter loses', () => {
  test.each<[string, BottlerocketSettings]>([
    ['node-taints', { kubernetes: { nodeTaints: { a: ['b:NoSchedule'] } } }],
    ['cluster-name', { kubernetes: { clusterName: 'main' } }],
    ['reserved-cpus', { kubernetes: { reservedCpus: '0-1' } }],
    ['image-maximum-gc-age', { kubernetes: { imageMaximumGcAge: '1h' } }],
  ])('are refused: %s', (key, settings) => {
    expect(nodeClassProblems({ settings })).toEqual([`SettingLostWithKarpenter settings.kubernetes.${key}`]);
  });

  test('are refused among those that nobody knows, too', () => {
    expect(nodeClassProblems({ additionalSettings: { kubernetes: { 'brand-new': 1 } } })).toEqual([
      'SettingLostWithKarpenter settings.kubernetes.brand-new',
    ]);
    const spec = specOf({ additionalSettings: { 'brand-new': { on: true } } });
    expect(tomlOf(spec).settings).toEqual({ 'brand-new': { on: true } });
  });

  test('are only a warning for a release of Karpenter that knows them', () => {
    const spec = of({ kubernetes: { reservedCpus: '0-1' } }, { allowDroppedSettings: true });
    expect(tomlOf(spec).settings).toEqual({ kubernetes: { 'reserved-cpus': '0-1' } });
    const taints = { kubernetes: { nodeTaints: { a: ['b:NoSchedule'] } } };
    expect(nodeClassProblems({ settings: taints, allowDroppedSettings: true })).toHaveLength(1);
  });
});

describe('bootstrap commands', () => {
  test('have a mode, since Karpenter would write an empty one', () => {
    const spec = of({ bootstrapCommands: { check: { commands: [['apiclient', 'get', 'os']] } } });
    expect(tomlOf(spec).settings).toEqual({
      'bootstrap-commands': { check: { commands: [['apiclient', 'get', 'os']], mode: 'off' } },
    });
  });

  test('do not prepare the disks that Karpenter prepares', () => {
    const commands = [['apiclient', 'ephemeral-storage', 'init']];
    const settings = {
      bootstrapCommands: {
        disks: { commands, mode: BootstrapMode.ALWAYS },
        '000-mount-instance-storage': { commands: [['apiclient', 'get', 'os']], mode: BootstrapMode.ONCE },
      },
    };
    const instanceStorePolicy = KarpenterInstanceStorePolicy.RAID0;
    expect(nodeClassProblems({ settings, instanceStorePolicy })).toEqual([
      'InstanceStoreGivenTwice settings.bootstrap-commands.000-mount-instance-storage',
      'InstanceStoreGivenTwice settings.bootstrap-commands.disks',
    ]);
    expect(() => nodeClass({ settings })).not.toThrow();
  });
});

test('settings for NVIDIA are only taken where all nodes have it', () => {
  const settings = { kubeletDevicePlugins: { nvidia: { passDeviceSpecs: true } } };
  expect(nodeClassProblems({ settings })).toHaveLength(1);
  expect(tomlOf(of(settings, { nvidia: true })).settings).toEqual({
    'kubelet-device-plugins': { nvidia: { 'pass-device-specs': true } },
  });
});

test('the text is neither base64 nor MIME', () => {
  expect(of({ motd: 'hello' }).userData).toBe('[settings]\nmotd = "hello"\n');
});
