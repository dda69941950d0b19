import { CommandFailure } from '../../../lib/cli/command';
import { findSetting, stepsOf } from '../../../lib/cli/settings/find-setting';
import { documentedSettings } from '../../../lib/settings/model/settings-reference';

const SETTINGS = documentedSettings();
const find = (path: string) => findSetting(path, SETTINGS).path;

function failure(path: string): string {
  try {
    find(path);
  } catch (error) {
    if (error instanceof CommandFailure) {
      return error.message;
    }
    throw error;
  }
  return 'found';
}

test('every setting is found under its own path, and without settings. in front', () => {
  for (const { path } of SETTINGS) {
    expect(find(path)).toBe(path);
    expect(find(path.replace(/^settings\./, ''))).toBe(path);
  }
});

test.each([
  ['kubernetes.maxPods', 'settings.kubernetes.max-pods'],
  ['settings.kubernetes.max_pods', 'settings.kubernetes.max-pods'],
  ['KUBERNETES.MAX-PODS', 'settings.kubernetes.max-pods'],
  ['max-pods', 'settings.kubernetes.max-pods'],
  ['lockdown', 'settings.kernel.lockdown'],
  ['kubernetes', 'settings.kubernetes'],
  ['host-containers.admin', 'settings.host-containers.<name>'],
  ['hostContainers.admin.superpowered', 'settings.host-containers.<name>.superpowered'],
  ['kernel.sysctl."net.core.somaxconn"', 'settings.kernel.sysctl.<key>'],
  ["kernel.sysctl.'net.core.somaxconn'", 'settings.kernel.sysctl.<key>'],
  ['kernel.sysctl["net.core.somaxconn"]', 'settings.kernel.sysctl.<key>'],
  ['kernel.sysctl.net.core.somaxconn', 'settings.kernel.sysctl.<key>'],
  ['kubernetes.eviction-hard."memory.available"', 'settings.kubernetes.eviction-hard.<signal>'],
  ['kubernetes.evictionHard.memoryAvailable', 'settings.kubernetes.eviction-hard.<signal>'],
  ['container-registry.mirrors[0].endpoint[1]', 'settings.container-registry.mirrors[].endpoint[]'],
  ['containerRegistry.creds', 'settings.container-registry.credentials'],
  ['boot.kernel', 'settings.boot.kernel-parameters'],
  ['image-verifier-plugins.enabled', 'settings.image-verifier-plugins.enabled'],
  ['image-verifier-plugins.notation', 'settings.image-verifier-plugins.<plugin>'],
  ['image-verifier-plugins.notation.trust-policy', 'settings.image-verifier-plugins.<plugin>.trustpolicy'],
  ['kernel.hugepages.static.2Mi.count', 'settings.kernel.hugepages.static.<size>.count'],
])('%s is %s', (path, expected) => {
  expect(find(path)).toBe(expected);
});

test.each([
  ['kubernetes.max-pds', 'Bottlerocket has no setting kubernetes.max-pds. Did you mean settings.kubernetes.max-pods?'],
  ['kubernets', 'Bottlerocket has no setting kubernets. Did you mean settings.kubernetes?'],
  ['settings.max-podz', 'Bottlerocket has no setting settings.max-podz. Did you mean settings.kubernetes.max-pods?'],
  ['host-containers.admin.enable', /Did you mean settings\.host-containers\.<name>\.enabled\?/],
  ['something-else-entirely', /settings list` shows all there are\.$/],
  ['', /settings list` shows all there are\.$/],
  ['enabled', /^There are \d+ settings with the name enabled: settings\.host-containers\.<name>\.enabled, /],
])('%s is none', (path, message) => {
  expect(failure(path)).toEqual(typeof message === 'string' ? message : expect.stringMatching(message));
});

test.each([
  ['a.b', ['a', 'b']],
  ['a."b.c".d', ['a', 'b.c', 'd']],
  ['a[].b[]', ['a', 'b']],
  ['a.<name>[]', ['a', '<name>']],
])('%s has the steps %j', (path, steps) => {
  expect(stepsOf(path)).toEqual(steps);
});
