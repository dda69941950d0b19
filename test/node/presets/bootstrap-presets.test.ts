import { Lazy } from 'aws-cdk-lib';
import { BootstrapCommandsPreset, BootstrapContainerPreset, BootstrapMode, NodeContainerUserData } from '../../../lib';
import { decoded } from '../../helpers/presets';
import { problems, userDataOf } from '../../helpers/self-managed';

describe('a bootstrap container', () => {
  test('runs once, with the image of the OS, and its failure does not stop the boot', () => {
    const userData = NodeContainerUserData.fromText('#!/bin/sh\n');
    const { setup } = BootstrapContainerPreset.of('setup', { userData }).settings.bootstrapContainers!;
    expect(setup).toEqual({ mode: 'once', userData: userData.base64 });
    expect(decoded(setup!.userData)).toBe('#!/bin/sh\n');
  });

  test('takes mode and importance', () => {
    const options = { mode: BootstrapMode.ALWAYS, essential: true, command: ['run'] };
    expect(BootstrapContainerPreset.of('setup', options).settings.bootstrapContainers!.setup).toMatchObject(options);
  });

  test('is judged like settings of users', () => {
    const presets = [BootstrapContainerPreset.of('set_up', {})];
    expect(problems({ presets })).toEqual(['InvalidKey settings.bootstrap-containers.set_up']);
  });
});

describe('bootstrap commands', () => {
  test('are commands of apiclient, said or not', () => {
    const { disks } = BootstrapCommandsPreset.of('disks', [
      ['ephemeral-storage', 'init'],
      ['apiclient', 'ephemeral-storage', 'bind'],
    ]).settings.bootstrapCommands!;
    expect(disks).toEqual({
      commands: [
        ['apiclient', 'ephemeral-storage', 'init'],
        ['apiclient', 'ephemeral-storage', 'bind'],
      ],
      mode: 'once',
    });
  });

  test('take mode and importance, and are written', () => {
    const options = { mode: BootstrapMode.ALWAYS, essential: true };
    const text = userDataOf({
      presets: [BootstrapCommandsPreset.of('disks', [['ephemeral-storage', 'init']], options)],
    });
    expect(text).toContain(
      'commands = [["apiclient", "ephemeral-storage", "init"]]\nessential = true\nmode = "always"',
    );
  });

  test('take words that are only known at synthesis', () => {
    const word = Lazy.string({ produce: () => 'init' });
    const text = userDataOf({ presets: [BootstrapCommandsPreset.of('disks', [['ephemeral-storage', word]])] });
    expect(text).toContain('["apiclient", "ephemeral-storage", "init"]');
  });

  test('stand beside bootstrap containers of the same name', () => {
    const text = userDataOf({
      presets: [BootstrapCommandsPreset.of('setup', [['reboot']]), BootstrapContainerPreset.of('setup', {})],
    });
    expect(text).toContain('[settings.bootstrap-commands.setup]');
    expect(text).toContain('[settings.bootstrap-containers.setup]');
  });
});
