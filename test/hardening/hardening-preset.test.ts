import { Stack, Validations } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { ControlStatus, HardeningPreset, NodePreset, SettingsLayer } from '../../lib';
import { chooseControls } from '../../lib/hardening/controls/control-table';
import { presetSettings } from '../../lib/hardening/controls/preset-settings';
import { judgeControl } from '../../lib/hardening/controls/report-of';
import { checkDocument } from '../../lib/settings/check/check-document';
import { readSettings } from '../../lib/settings/check/read';
import { osContext } from '../../lib/settings/model/os-context';
import { variantNames } from '../../lib/settings/model/variants';
import { typedSettings } from '../../lib/settings/toml/typed-settings';
import { NO_TOKENS } from '../../lib/private/token-reader';
import { UserDataTarget } from '../../lib';
import { capacityProvider } from '../helpers/ecs-capacity';
import { group, Options, types, userDataIn, userDataOf } from '../helpers/self-managed';

const cis2 = () => HardeningPreset.cisLevel2();
const all = () => [
  HardeningPreset.cisLevel1(),
  cis2(),
  HardeningPreset.cisKubernetes(),
  HardeningPreset.securityGuidance(),
];

describe('presets', () => {
  test('set what level 2 asks for, and level 1 only its part of it', () => {
    const level1 = HardeningPreset.cisLevel1().settings;
    expect(level1).toEqual({
      kernel: {
        sysctl: {
          'fs.suid_dumpable': '0',
          'kernel.randomize_va_space': '2',
          'kernel.unprivileged_bpf_disabled': '1',
          'net.ipv4.icmp_echo_ignore_broadcasts': '1',
          'net.ipv4.icmp_ignore_bogus_error_responses': '1',
          'net.ipv4.tcp_syncookies': '1',
        },
      },
    });
    const { kernel } = cis2().settings;
    expect(kernel).toMatchObject({
      lockdown: 'integrity',
      modules: { udf: { allowed: false }, sctp: { allowed: false } },
    });
    expect(kernel!.sysctl).toMatchObject({ ...level1.kernel!.sysctl, 'user.max_user_namespaces': '0' });
  });

  test('go together, since they agree on what several of them set', () => {
    const text = userDataOf({ presets: all() });
    expect(text).toContain('lockdown = "integrity"');
    expect(text).toContain('seccomp-default = true');
    expect(text).not.toContain('awsvpc-block-imds');
  });

  test('set on Amazon ECS what belongs there', () => {
    const text = userDataIn(capacityProvider({ presets: all() }).stack);
    expect(text).toContain('allow-privileged-containers = false');
    expect(text).toContain('[settings.host-containers.admin]\nenabled = false');
    expect(text).not.toContain('[settings.kubernetes]');
  });

  test('leave lockdown alone where NVIDIA drivers need it off', () => {
    const text = userDataOf({ presets: all(), instanceTypes: types('g5.xlarge') });
    expect(text).not.toContain('lockdown');
    expect(text).toContain('visible-devices-as-volume-mounts = true');
  });

  test('weigh less than the settings of the cluster and the node group', () => {
    const text = userDataOf({
      presets: [cis2()],
      clusterSettings: { kernel: { modules: { sctp: { allowed: true } } } },
      settings: { kernel: { lockdown: 'none' as never } },
    });
    expect(text).toContain('lockdown = "none"');
    expect(text).toContain('[settings.kernel.modules.sctp]\nallowed = true');
    expect(text).toContain('[settings.kernel.modules.udf]\nallowed = false');
  });

  test('contradict presets that want something else', () => {
    const debugging = NodePreset.of('debugging', { kernel: { lockdown: 'none' as never } });
    expect(() => group({ presets: [cis2(), debugging] })).toThrow(
      /CIS Bottlerocket level 2 and debugging want different/,
    );
  });
});

describe('on every variant, old releases among them', () => {
  const choices = [
    { benchmarks: ['cis-bottlerocket'] },
    { benchmarks: ['cis-kubernetes'] },
    { benchmarks: ['guidance'] },
  ];
  const families = ['aws-dev', 'aws-mantle', 'vmware-k8s', 'metal-k8s', 'vmware-dev', 'metal-dev'];

  test.each(['1.14.0', '1.22.0', '1.50.0', 'latest'])(
    '%s: what presets set is taken, and makes their controls hold',
    (osVersion) => {
      for (const variant of [...variantNames(), ...families]) {
        const { context } = osContext({ variant, osVersion });
        for (const choice of choices) {
          const { settings } = typedSettings(presetSettings(choice, context));
          const { document, issues } = readSettings(settings, 'property', NO_TOKENS, context);
          const facts = {
            tokens: NO_TOKENS,
            context,
            target: UserDataTarget.EC2,
            before: [],
            mayGrow: true,
            joins: false,
            needsCluster: false,
          };
          expect([variant, ...issues, ...checkDocument(document, facts)]).toEqual([variant]);
          const results = chooseControls(choice).map((chosen) => judgeControl(chosen, document, { os: context }));
          expect(
            results
              .flatMap(({ evidence }) => evidence)
              .filter(({ status, received }) => received !== undefined && status !== ControlStatus.HOLDS),
          ).toEqual([]);
        }
      }
    },
  );
});

describe('a setting that breaks a control of a preset', () => {
  const warningsOf = (stack: Stack) =>
    Annotations.fromStack(stack)
      .findWarning('*', Match.stringLikeRegexp('HardeningControlBroken'))
      .map(({ entry }) => entry.data as string);
  const warnings = (options: Options) => warningsOf(group(options).stack);
  const unlocked = { kernel: { lockdown: 'none' as never } };

  test('is a warning that names the control, the preset, and what is wrong', () => {
    const [warning, ...others] = warnings({ presets: [cis2()], settings: unlocked });
    expect(others).toEqual([]);
    expect(warning).toContain('settings.kernel.lockdown');
    expect(warning).toContain('1.5.2 of CIS Bottlerocket Benchmark');
    expect(warning).toContain('CIS Bottlerocket level 2');
    expect(warning).toContain('Received: "none"');
    expect(warning).toContain('Allowed: "integrity"');
    expect(warning).toContain('Set by: settings of the nodes');
  });

  test('names who set it', () => {
    expect(warnings({ presets: [cis2()], clusterSettings: unlocked })).toEqual([
      expect.stringContaining('Set by: clusterSettings'),
    ]);
  });

  test('is one for each control, when two presets are broken', () => {
    expect(warnings({ presets: [cis2(), HardeningPreset.securityGuidance()], settings: unlocked })).toEqual([
      expect.stringContaining(':cis-bottlerocket-1.5.2'),
      expect.stringContaining(':guidance-kernel-lockdown'),
    ]);
  });

  test('is found when it is added later', () => {
    const { stack, nodes } = group({ presets: [cis2()] });
    nodes.addSettings(unlocked, { layer: SettingsLayer.GROUP, source: 'debugging' });
    expect(warningsOf(stack)).toEqual([expect.stringContaining('Set by: debugging')]);
  });

  test('is found on settings that a preset leaves alone', () => {
    const { stack } = capacityProvider({ presets: [cis2()], settings: { ntp: { timeServers: [] } } });
    expect(warningsOf(stack)).toEqual([expect.stringContaining(':cis-bottlerocket-2.1.1.1')]);
  });

  test('can be acknowledged, control by control', () => {
    const { stack, nodes } = group({
      presets: [cis2()],
      settings: { kernel: { lockdown: 'none' as never, modules: { sctp: { allowed: true } } } },
    });
    Validations.of(nodes).acknowledge({
      id: 'cdk-bottlerocket:HardeningControlBroken:cis-bottlerocket-1.5.2',
      reason: 'a debugger of the kernel runs here',
    });
    expect(warningsOf(stack)).toEqual([expect.stringContaining(':cis-bottlerocket-3.3.1')]);
  });

  test("is not looked for without presets, and defaults are nobody's fault", () => {
    expect(warnings({ settings: unlocked })).toEqual([]);
    expect(warnings({ presets: all(), instanceTypes: types('g5.xlarge') })).toEqual([]);
    expect(warnings({ presets: all() })).toEqual([]);
  });
});
