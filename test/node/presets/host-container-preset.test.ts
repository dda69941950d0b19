import { Lazy } from 'aws-cdk-lib';
import { HostContainerPreset, NodeContainerImage, NodeContainerUserData } from '../../../lib';
import { problemsOf } from '../../helpers/issues';
import { decoded } from '../../helpers/presets';
import { problems, userDataOf } from '../../helpers/self-managed';

const KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExampleExampleExampleExampleExample me@example.com';

const admin = (options?: Parameters<typeof HostContainerPreset.admin>[0]) =>
  HostContainerPreset.admin(options).settings.hostContainers!.admin!;

describe('the admin container', () => {
  test('is switched on, with the image and the keys of the OS', () => {
    expect(admin()).toEqual({ enabled: true });
  });

  test('can be switched off', () => {
    expect(admin({ enabled: false }).enabled).toBe(false);
  });

  test('takes keys, authorities and a user as JSON', () => {
    const { userData } = admin({ authorizedKeys: [KEY], trustedUserCaKeys: [KEY], user: 'ops' });
    expect(JSON.parse(decoded(userData))).toEqual({
      user: 'ops',
      ssh: { 'authorized-keys': [KEY], 'trusted-user-ca-keys': [KEY] },
    });
  });

  test('asks EC2 Instance Connect for keys', () => {
    expect(JSON.parse(decoded(admin({ ec2InstanceConnect: true }).userData))).toEqual({
      ssh: {
        'authorized-keys-command': '/opt/aws/bin/eic_run_authorized_keys %u %f',
        'authorized-keys-command-user': 'ec2-instance-connect',
      },
    });
  });

  test('takes keys that are only known at deployment', () => {
    const key = Lazy.string({ produce: () => KEY });
    const text = userDataOf({ presets: [HostContainerPreset.admin({ authorizedKeys: [key] })] });
    expect(text).toContain('[settings.host-containers.admin]');
    expect(text).toContain(`authorized-keys`);
    expect(text).toContain(KEY);
  });

  test.each([
    ['ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAB', true],
    [KEY, true],
    ['no-pty,command="ls" ecdsa-sha2-nistp256 AAAAE2VjZHNh me', true],
    ['sk-ssh-ed25519@openssh.com AAAAGnNrLXNzaC1lZDI1NTE5', true],
    ['', false],
    ['AAAAB3NzaC1yc2E', false],
    ['ssh-ed25519', false],
    [`${KEY}\n${KEY}`, false],
    ['-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----', false],
  ])('key %#', (key, taken) => {
    const make = () => HostContainerPreset.admin({ authorizedKeys: [key] });
    if (taken) {
      expect(make).not.toThrow();
    } else {
      expect(problemsOf(make)).toEqual(['InvalidSshKey authorizedKeys[0]']);
      expect(make).not.toThrow(/BEGIN/);
    }
  });

  test('refuses a list of keys that is only known at deployment', () => {
    const authorizedKeys = Lazy.list({ produce: () => [KEY] });
    expect(problemsOf(() => HostContainerPreset.admin({ authorizedKeys }))).toEqual(['InvalidSshKey authorizedKeys']);
  });

  test('refuses a file beside keys', () => {
    const userData = NodeContainerUserData.fromText('{}');
    expect(problemsOf(() => HostContainerPreset.admin({ userData, authorizedKeys: [KEY] }))).toEqual([
      'AdminUserDataTwice userData',
    ]);
    expect(decoded(admin({ userData }).userData)).toBe('{}');
  });
});

test('the control container can be switched off, and take another image', () => {
  const image = NodeContainerImage.fromRegistry('public.ecr.aws/x/control@sha256:abc');
  const { settings } = HostContainerPreset.control({ enabled: false, image });
  expect(settings.hostContainers).toEqual({ control: { enabled: false, source: image.reference } });
});

describe('a host container of users', () => {
  const image = NodeContainerImage.fromRegistry('registry.example.com/agent:1');

  test('has all that the OS wants of it, and no rights on the host', () => {
    const text = userDataOf({ presets: [HostContainerPreset.custom('agent', { image, command: ['run'] })] });
    expect(text).toContain(
      '[settings.host-containers.agent]\ncommand = ["run"]\nenabled = true\nsource = "registry.example.com/agent:1"\nsuperpowered = false',
    );
  });

  test('has a name that the OS takes', () => {
    expect(problems({ presets: [HostContainerPreset.custom('my agent', { image })] })).toEqual([
      'InvalidKey settings.host-containers."my agent"',
    ]);
  });

  test('stands beside others, and can be changed by a node group', () => {
    const text = userDataOf({
      presets: [HostContainerPreset.admin(), HostContainerPreset.custom('agent', { image })],
      settings: { hostContainers: { admin: { enabled: false } } },
    });
    expect(text).toContain('[settings.host-containers.admin]\nenabled = false');
    expect(text).toContain('[settings.host-containers.agent]');
  });
});
