import { Lazy } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { EcrPullThroughCacheOptions, ImageMirror, NetworkPreset } from '../../../lib';
import { problemsOf } from '../../helpers/issues';
import { grantsOf } from '../../helpers/presets';
import { group, userDataIn } from '../../helpers/self-managed';

const hub = (options: Partial<EcrPullThroughCacheOptions> = {}) =>
  ImageMirror.ecrPullThroughCache('docker.io', { repositoryPrefix: 'docker-hub', ...options });

describe('a pull through cache of Amazon ECR', () => {
  const { stack } = group({ presets: [NetworkPreset.registryMirrors([hub()])] });
  const text = userDataIn(stack);

  test('is a mirror with the whole path, in account and region of the nodes', () => {
    expect(text).toContain(
      'endpoint = ["https://<AWS::AccountId>.dkr.ecr.<AWS::Region>.<AWS::URLSuffix>/v2/docker-hub"]\nregistry = "docker.io"',
    );
  });

  test('has the kubelet ask for tokens of Amazon ECR for its images, too, and for those of Amazon ECR as before', () => {
    expect(text).toContain('[settings.kubernetes.credential-providers.ecr-credential-provider]\nenabled = true');
    expect(text).toMatch(/image-patterns = \["\*\.dkr\.ecr\.\*\.amazonaws\.com", .*, "docker\.io"\]/);
    expect(text).toContain('AWS_REGION = "<AWS::Region>"');
  });

  test('gives no warning', () => {
    Annotations.fromStack(stack).hasNoWarning('*', Match.stringLikeRegexp('Mirror|UserData'));
  });

  test('may be pulled from by the role of the nodes, below its prefix alone', () => {
    const grants = grantsOf(() => [NetworkPreset.registryMirrors([hub()])]);
    expect(grants).toContain('ecr:BatchImportUpstreamImage');
    expect(grants).toContain('ecr:CreateRepository');
    expect(grants).toContain(':repository/docker-hub/*"');
    expect(grants).not.toContain('"Resource":"*"');
    expect(grantsOf(() => [NetworkPreset.registryMirrors([hub({ createRepositories: false })])])).not.toContain(
      'CreateRepository',
    );
  });
});

test('a cache can be elsewhere', () => {
  const options = { account: '123456789012', region: 'eu-west-1' };
  const mirror = hub(options);
  expect(mirror.endpoints[0]).toMatch(/^https:\/\/123456789012\.dkr\.ecr\.eu-west-1\..*\/v2\/docker-hub$/);
  const { kubernetes } = NetworkPreset.registryMirrors([mirror]).settings;
  expect(kubernetes!.credentialProviders!['ecr-credential-provider']!.environment).toEqual({ AWS_REGION: 'eu-west-1' });
  const grants = grantsOf(() => [NetworkPreset.registryMirrors([mirror])]);
  expect(grants).toContain(':ecr:eu-west-1:123456789012:repository/docker-hub/*');
});

test('caches of several registries stand beside one another and other mirrors', () => {
  const { settings } = NetworkPreset.registryMirrors([
    hub(),
    ImageMirror.ecrPullThroughCache('quay.io', { repositoryPrefix: 'quay' }),
    ImageMirror.ofEndpoints('ghcr.io', ['https://mirror.example.com']),
  ]);
  expect(settings.containerRegistry!.mirrors!.map(({ registry }) => registry)).toEqual([
    'docker.io',
    'quay.io',
    'ghcr.io',
  ]);
  const { imagePatterns } = settings.kubernetes!.credentialProviders!['ecr-credential-provider']!;
  expect(imagePatterns.slice(-2)).toEqual(['docker.io', 'quay.io']);
});

test.each(['*', 'public.ecr.aws'])('a cache cannot stand for %s', (registry) => {
  expect(problemsOf(() => ImageMirror.ecrPullThroughCache(registry, { repositoryPrefix: 'x' }))).toEqual([
    'EcrMirrorRefused registry',
  ]);
});

test('a registry may be a token', () => {
  const registry = Lazy.string({ produce: () => 'docker.io' });
  expect(() => ImageMirror.ecrPullThroughCache(registry, { repositoryPrefix: 'x' })).not.toThrow();
});

test('caches in two regions are refused, since tokens are of one', () => {
  const mirrors = [hub({ region: 'eu-west-1' }), ImageMirror.ecrPullThroughCache('quay.io', { repositoryPrefix: 'q' })];
  expect(problemsOf(() => NetworkPreset.registryMirrors(mirrors))).toEqual(['EcrMirrorRefused mirrors']);
});

test('mirrors that are no caches need no token and no rights', () => {
  const preset = NetworkPreset.registryMirrors([ImageMirror.ofEndpoints('docker.io', ['https://mirror.example.com'])]);
  expect(preset.settings.kubernetes).toBeUndefined();
  expect(grantsOf(() => [preset])).toBe('{}');
});
