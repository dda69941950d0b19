import { NodePreset, NvidiaDriverBranch, NvidiaPreset } from '../../../lib';
import { capacityProblems } from '../../helpers/ecs-capacity';
import { expectGolden } from '../../helpers/golden';
import { group, problems, types, userDataIn } from '../../helpers/self-managed';
import { cfnCluster } from '../../helpers/clusters';

const gpu = { instanceTypes: types('g5.xlarge') };

const PRESETS: Readonly<Record<string, readonly NodePreset[]>> = {
  'time-slicing': [NvidiaPreset.timeSlicing({ replicas: 4 })],
  mps: [NvidiaPreset.mps({ replicas: 8, renameByDefault: false })],
  mig: [NvidiaPreset.mig({ profiles: { 'a100.40gb': '1g.5gb', 'h100.80gb': '2' } })],
  'mig-time-slicing': [
    NvidiaPreset.mig({ profiles: { 'a100.40gb': '3g.20gb' } }),
    NvidiaPreset.timeSlicing({ replicas: 2, renameByDefault: false, failRequestsGreaterThanOne: false }),
  ],
  dra: [
    NvidiaPreset.draDriver(),
    NvidiaPreset.networkDraDriver({ bindAddress: '127.0.0.1:9177', deviceFilter: 'attributes["rdma"].BoolValue' }),
  ],
  'driver-branch': [NvidiaPreset.driverBranch(NvidiaDriverBranch.LTS)],
};

test.each(Object.keys(PRESETS))('%s sets what it should, without a warning', (name) => {
  const instanceTypes = types(name.startsWith('mig') ? 'p4d.24xlarge' : 'g5.xlarge');
  const { stack } = group({ instanceTypes, presets: [...PRESETS[name]!] });
  expectGolden(`presets/nvidia-${name}.toml`, userDataIn(stack));
  const said = stack.node.findAll().flatMap(({ node }) => node.metadata);
  expect(said.filter(({ type }) => /warning/.test(type)).map(({ data }) => String(data))).not.toContainEqual(
    expect.stringMatching(/nvidia/i),
  );
});

test('what the OS refuses is refused', () => {
  const sharing = 'settings.kubelet-device-plugins.nvidia.device-sharing-strategy';
  expect(problems({ ...gpu, presets: [NvidiaPreset.timeSlicing({ replicas: 1 })] })).toEqual([
    'ValueOutOfRange settings.kubelet-device-plugins.nvidia.time-slicing.replicas',
  ]);
  expect(problems({ ...gpu, presets: [NvidiaPreset.mps({ replicas: 49 })] })).toEqual([
    'ValueOutOfRange settings.kubelet-device-plugins.nvidia.mps.replicas',
  ]);
  expect(
    problems({
      instanceTypes: types('p4d.24xlarge'),
      presets: [NvidiaPreset.mps({ replicas: 2 }), NvidiaPreset.mig({ profiles: { 'a100.40gb': '2' } })],
    }),
  ).toEqual([`MpsWithMig ${sharing}`]);
  expect(
    problems({ ...gpu, presets: [NvidiaPreset.mps({ replicas: 2 }), NvidiaPreset.timeSlicing({ replicas: 2 })] }),
  ).toContain(`ConflictingSettings ${sharing}`);
});

test('variants without the device plugin refuse the settings', () => {
  const presets = [NvidiaPreset.timeSlicing({ replicas: 2 })];
  expect(problems({ presets })).toEqual(['SettingNotInVariant settings.kubelet-device-plugins']);
  expect(capacityProblems({ instanceTypes: types('g5.xlarge'), presets })).toEqual([
    'SettingNotInVariant settings.kubelet-device-plugins',
  ]);
});

test('the DRA driver needs Kubernetes 1.34', () => {
  const codes = problemsOfVersion('1.33', [NvidiaPreset.draDriver()]);
  expect(codes.join()).toContain('kubelet-dra-drivers');
  expect(problemsOfVersion('1.34', [NvidiaPreset.draDriver()])).toEqual([]);
});

test('a branch of the driver must drive the GPU', () => {
  const presets = [NvidiaPreset.driverBranch(NvidiaDriverBranch.PB)];
  expect(problems({ instanceTypes: types('p3.2xlarge'), presets })).toEqual([
    'AcceleratorNotInVariant settings.kernel.drivers.nvidia.branch',
  ]);
});

/** Errors and warnings about settings, with a version of Kubernetes. */
function problemsOfVersion(version: string, presets: NodePreset[]): string[] {
  const fixture = cfnCluster({ version });
  try {
    const { nodes } = group({ ...gpu, presets }, fixture);
    return nodes.node
      .findAll()
      .flatMap(({ node }) => node.metadata)
      .filter(({ type, data }) => /warning/.test(type) && /dra-drivers/.test(String(data)))
      .map(({ data }) => String(data));
  } catch (error) {
    return [String(error)];
  }
}
