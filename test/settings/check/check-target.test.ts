import { NO_TOKENS } from '../../../lib/private/token-reader';
import { BottlerocketSettings, IssueCode, UserDataTarget } from '../../../lib/settings';
import { checkTarget } from '../../../lib/settings/check/check-target';
import { readSettings } from '../../../lib/settings/check/read';
import { KUBELET_FIELDS } from '../../../lib/settings/generated/kubelet-fields.generated';
import { withoutKubeletFields } from '../../../lib/settings/toml/karpenter';
import { documentOf, modelPaths } from '../../helpers/model-paths';

const KUBELET_PATHS = Object.keys(KUBELET_FIELDS).map((key) => `settings.kubernetes.${key}`);

const { EC2, EKS_MANAGED, KARPENTER } = UserDataTarget;

function found(settings: BottlerocketSettings, target: UserDataTarget): string[] {
  const { document } = readSettings(settings, 'property', NO_TOKENS);
  return checkTarget(document, target).map(({ code, path }) => `${code} ${path}`);
}

const CLUSTER = {
  apiServer: 'https://a',
  clusterCertificate: 'aGk=',
  clusterName: 'demo',
  clusterDnsIp: ['10.0.0.10'],
};

test('what EKS adds to managed node groups is refused there', () => {
  expect(found({ kubernetes: CLUSTER }, EKS_MANAGED)).toEqual([
    'SettingSuppliedByEks settings.kubernetes.api-server',
    'SettingSuppliedByEks settings.kubernetes.cluster-certificate',
    'SettingSuppliedByEks settings.kubernetes.cluster-dns-ip',
    'SettingSuppliedByEks settings.kubernetes.cluster-name',
  ]);
  expect(found({ kubernetes: CLUSTER }, EC2)).toEqual([]);
});

test('what belongs to one node is refused of groups', () => {
  const kubernetes = {
    hostnameOverride: 'a',
    nodeIp: '10.0.0.1',
    providerId: 'aws:///a/i-1',
    standaloneMode: true,
    authenticationMode: 'tls' as never,
  };
  const keys = ['authentication-mode', 'hostname-override', 'node-ip', 'provider-id', 'standalone-mode'];
  const expected = keys.map((key) => `NotForNodegroups settings.kubernetes.${key}`);
  expect(found({ kubernetes }, EKS_MANAGED)).toEqual(expect.arrayContaining(expected));
  expect(found({ kubernetes }, KARPENTER)).toEqual(expect.arrayContaining(expected));
  expect(found({ kubernetes }, EC2)).toEqual([]);
  expect(found({ kubernetes: { standaloneMode: false, authenticationMode: 'aws' as never } }, EKS_MANAGED)).toEqual([]);
});

describe('every setting that a target writes or drops is told', () => {
  const places = modelPaths().flatMap((place) => [
    ...(place.entry.suppliedBy ?? []).map((target) => ({ ...place, target, what: 'supplied' })),
    ...(place.entry.droppedBy ?? []).map((target) => ({ ...place, target, what: 'dropped' })),
  ]);

  test.each(places)('$path is $what by $target', (place) => {
    const codes = checkTarget(documentOf(place), place.target as UserDataTarget).map(
      ({ code, path }) => `${code} ${path}`,
    );
    const code =
      place.what === 'dropped'
        ? 'SettingDroppedByKarpenter'
        : place.target === 'karpenter'
          ? 'SettingSuppliedByKarpenter'
          : 'SettingSuppliedByEks';
    expect(codes).toContain(`${code} ${place.path}`);
  });

  test('there are some of each', () => {
    expect(new Set(places.map(({ what, target }) => `${what} ${target}`))).toEqual(
      new Set(['supplied eks-managed', 'supplied karpenter', 'dropped karpenter']),
    );
  });
});

describe('what Karpenter takes from the EC2NodeClass', () => {
  test.each(modelPaths().filter(({ path }) => KUBELET_PATHS.includes(path)))('is told of $path', (place) => {
    const own = checkTarget(documentOf(place), KARPENTER).filter(
      ({ code }) => code === IssueCode.SETTING_TAKEN_FROM_NODE_CLASS,
    );
    const field = KUBELET_FIELDS[place.path.replace('settings.kubernetes.', '')]!;
    expect(own).toMatchObject([
      { path: place.path, severity: 'warning', message: field.inUserData, received: expect.any(String) as string },
    ]);
    expect(own[0]!.fix).toContain(`spec.kubelet.${field.field} of the EC2NodeClass`);
  });

  test('are settings that the OS has', () => {
    const known = modelPaths().map(({ path }) => path);
    expect(KUBELET_PATHS.filter((path) => !known.includes(path))).toEqual([]);
  });

  test('is not told of settings that get there by other means than user data', () => {
    const { document } = readSettings({ kubernetes: { maxPods: 58 } }, 'property', NO_TOKENS);
    expect(checkTarget(document, KARPENTER, withoutKubeletFields(document))).toEqual([]);
  });
});

test('what Karpenter reads as text only is refused as a number', () => {
  const { document } = readSettings({ kubernetes: { imageGcHighThresholdPercent: 85 } }, 'property', NO_TOKENS);
  expect(checkTarget(document, KARPENTER)).toMatchObject([
    { code: 'NotReadByKarpenter', fix: 'Write "85".', received: '85' },
  ]);
  expect(found({ kubernetes: { imageGcHighThresholdPercent: 85 } }, EKS_MANAGED)).toEqual([]);
});

test('what Karpenter reads as one address is refused as a list', () => {
  expect(found({ kubernetes: { clusterDnsIp: ['10.0.0.10', '10.0.0.11'] } }, KARPENTER)).toContain(
    'NotReadByKarpenter settings.kubernetes.cluster-dns-ip',
  );
});

test('a bootstrap command without a mode is refused for Karpenter, which would write an empty one', () => {
  const settings = { bootstrapCommands: { first: { essential: true } } };
  expect(found(settings, KARPENTER)).toEqual(['NotReadByKarpenter settings.bootstrap-commands.first']);
  expect(found(settings, EKS_MANAGED)).toEqual([]);
});

test('values of sensitive settings are not shown', () => {
  const { document } = readSettings(
    { kubernetes: { bootstrapToken: 'abcdef.0123456789abcdef' } },
    'property',
    NO_TOKENS,
  );
  expect(JSON.stringify(checkTarget(document, KARPENTER))).not.toContain('0123456789abcdef');
});
