import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { absenceOf } from '../../../lib/settings/model/availability';
import { osContext } from '../../../lib/settings/model/os-context';
import { settingsModel } from '../../../lib/settings/model/settings-model';
import { documentedSettings, settingsReference } from '../../../lib/settings/model/settings-reference';

const RELEASED = readFileSync(join(__dirname, '..', 'released-paths.txt'), 'utf8')
  .trim()
  .split('\n');
const SETTINGS = documentedSettings();

function setting(path: string) {
  return SETTINGS.find((candidate) => candidate.path === path);
}

test('every setting that was ever released is listed once, and has a description', () => {
  const paths = SETTINGS.map(({ path }) => path);
  expect(RELEASED.filter((path) => !paths.includes(path))).toEqual([]);
  expect(new Set(paths).size).toBe(paths.length);
  expect(SETTINGS.filter(({ doc }) => doc === '')).toEqual([]);
});

test('nothing is described that the model does not have', () => {
  const paths = new Set(SETTINGS.map(({ path }) => path));
  expect(Object.keys(settingsReference().settings).filter((path) => !paths.has(path))).toEqual([]);
  expect(Object.keys(settingsReference().types)).toEqual(Object.keys(settingsModel().types));
});

test('a setting comes with its type, its default and the conditions of the tables above it', () => {
  expect(setting('settings.kubernetes.max-parallel-image-pulls')).toMatchObject({
    type: 'i32',
    defaultDoc: 'the default of the kubelet',
    since: '1.51.0',
  });
  expect(setting('settings.container-runtime-plugins.soci-snapshotter.pull-mode')).toMatchObject({
    type: 'SociPullMode',
    default: 'parallel-pull-unpack',
    since: '1.44.0',
  });
  const { context } = osContext({ variant: 'aws-ecs-3' });
  expect(absenceOf(setting('settings.kubernetes.max-pods')!, context)).toBeDefined();
  expect(absenceOf(setting('settings.ecs.cluster')!, context)).toBeUndefined();
});

test('keys of a closed set come together, with the set they are from', () => {
  expect(setting('settings.kubernetes.eviction-hard')).toMatchObject({ keyType: 'KubernetesEvictionKey' });
  expect(setting('settings.kubernetes.eviction-hard.<signal>')).toMatchObject({ type: 'KubernetesThresholdValue' });
  expect(setting('settings.oci-defaults.resource-limits.<limit>.soft-limit')).toMatchObject({
    type: 'ResourceLimitValue',
  });
  expect(settingsReference().types.KubernetesEvictionKey!.words!['pid.available']).toContain('Process ids');
});
