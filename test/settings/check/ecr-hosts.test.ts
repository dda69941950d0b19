import { ECR_IMAGE_PATTERNS, hostOf, isPrivateEcr, matchesPattern } from '../../../lib/settings/check/ecr-hosts';

test.each([
  '123456789012.dkr.ecr.eu-central-1.amazonaws.com',
  '123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn',
  '123456789012.dkr.ecr-fips.us-east-1.amazonaws.com',
  '123456789012.dkr-ecr.eu-central-1.on.aws',
])('%s is a registry of Amazon ECR that the kubelet gets tokens for', (host) => {
  expect(isPrivateEcr(host)).toBe(true);
  expect(ECR_IMAGE_PATTERNS.filter((pattern) => matchesPattern(pattern, host))).toHaveLength(1);
});

test.each([
  'public.ecr.aws',
  'docker.io',
  'dkr.ecr.eu-central-1.amazonaws.com',
  'x.123456789012.dkr.ecr.a.example.com',
])('%s is none', (host) => {
  expect(isPrivateEcr(host)).toBe(false);
  expect(ECR_IMAGE_PATTERNS.some((pattern) => matchesPattern(pattern, host))).toBe(false);
});

test.each([
  ['https://mirror.example.com/v2/path', 'mirror.example.com'],
  ['mirror.example.com:5000/v2', 'mirror.example.com'],
  ['mirror.example.com', 'mirror.example.com'],
])('the host of %s is %s', (address, host) => {
  expect(hostOf(address)).toBe(host);
});

test.each([
  ['*.io', 'docker.io', true],
  ['docker.*', 'docker.io', true],
  ['d*r.io', 'docker.io', true],
  ['docker.io/library', 'docker.io', true],
  ['*', 'docker.io', false],
  ['*.docker.io', 'docker.io', false],
  ['dockerer*r.io', 'docker.io', false],
  ['docker.io', 'dockerxio', false],
])('%s and %s: %s', (pattern, registry, matches) => {
  expect(matchesPattern(pattern, registry)).toBe(matches);
});
