import { BottlerocketImage, InstanceStorePreset, NodePreset } from '../../../lib';
import { capacityProblems, capacityProvider } from '../../helpers/ecs-capacity';
import { expectGolden } from '../../helpers/golden';
import { group, problems, types, userDataIn, userDataOf } from '../../helpers/self-managed';

const preset = InstanceStorePreset.raid0();
const options = { instanceTypes: types('m7gd.large', 'c7gd.xlarge'), presets: [preset] };
const bind = /"bind"[^\]]*/;

test('all disks become one, with all directories that the OS has for it', () => {
  expectGolden('presets/instance-store-raid0.toml', userDataOf(options));
});

test('releases that do not know the directories themselves are told', () => {
  const image = BottlerocketImage.fromVersion('1.43.0');
  const [text] = bind.exec(userDataOf({ ...options, image, kubernetesVersion: '1.32' }))!;
  expect(text).toBe(
    '"bind", "--dirs", "/var/lib/containerd", "/var/lib/host-containerd", "/var/lib/kubelet", "/var/log/pods"',
  );
  const ecs = capacityProvider({ ...options, image });
  expect(userDataIn(ecs.stack)).toContain('"/var/lib/host-containerd", "/var/lib/docker", "/var/log/ecs"');
});

test('only some directories can be on it, and new ones below /mnt', () => {
  const some = (...directories: string[]) => ({
    ...options,
    presets: [InstanceStorePreset.raid0({ directories })],
  });
  expect(userDataOf(some('/var/lib/containerd', '/mnt/scratch'))).toContain(
    '"bind", "--dirs", "/var/lib/containerd", "/mnt/scratch"]',
  );
  expect(problems(some('/var/lib/docker'))).toEqual(['DirectoryNotOnInstanceStore directories']);
  expect(() => group(some('/var/lib/docker'))).toThrow(/Set by: InstanceStorePreset.raid0/);
  expect(capacityProblems(some('/var/lib/kubelet'))).toEqual(['DirectoryNotOnInstanceStore directories']);
});

test('instance types without disks of their own are refused', () => {
  expect(problems({ ...options, instanceTypes: types('m7gd.large', 'm7g.large') })).toEqual([
    'NoInstanceStore instanceTypes',
  ]);
  expect(capacityProblems({ ...options, instanceTypes: types('m7g.large') })).toEqual([
    'NoInstanceStore instanceTypes',
  ]);
});

test('releases without bootstrap commands refuse it', () => {
  const found = problems({ ...options, image: BottlerocketImage.fromVersion('1.21.0'), kubernetesVersion: '1.30' });
  expect(found.join()).toContain('settings.bootstrap-commands');
});

test('goes with other presets', () => {
  const text = userDataOf({ ...options, presets: [preset, NodePreset.of('message', { motd: 'fast' })] });
  expect(text).toContain('motd = "fast"');
});
