import { App, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as eks from 'aws-cdk-lib/aws-eks-v2';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  BottlerocketImage,
  BottlerocketNodeClass,
  BottlerocketNodeClassOptions,
  BottlerocketVariant,
} from '../../../lib';
import { cfnCluster } from '../../helpers/clusters';
import { problemsOf } from '../../helpers/issues';
import { Manifest, nodeClassProblems, specOf } from '../../helpers/karpenter';

const { ARM_64, X86_64 } = ec2.InstanceArchitecture;
const AMI = 'ami-0123456789abcdef0';

const termsOf = (options: BottlerocketNodeClassOptions) => specOf(options).amiSelectorTerms;

const parameter = (variant: string, architecture: string, version: string) => ({
  ssmParameter: `/aws/service/bottlerocket/${variant}/${architecture}/${version}/image_id`,
});

describe('an alias, with which Karpenter chooses between x86, Arm and NVIDIA', () => {
  test.each<[string, BottlerocketNodeClassOptions, string]>([
    ['the newest release by default', {}, 'bottlerocket@latest'],
    ['one release', { image: BottlerocketImage.fromVersion('1.62.1') }, 'bottlerocket@v1.62.1'],
    [
      'one release, without its commit',
      { image: BottlerocketImage.fromVersion('1.62.1-ea1afdd6') },
      'bottlerocket@v1.62.1',
    ],
    ['NVIDIA GPUs only', { nvidia: true }, 'bottlerocket@latest'],
  ])('stands for %s', (_, options, alias) => {
    expect(termsOf(options)).toEqual([{ alias }]);
  });

  test('needs no Kubernetes version: Karpenter asks the cluster', () => {
    const stack = new Stack(new App(), 'Stack');
    const cluster = eks.Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName: 'main' });
    const made = (id: string, options: BottlerocketNodeClassOptions) =>
      new BottlerocketNodeClass(stack, id, { cluster, applyToCluster: false, ...options });
    expect((made('One', {}).toManifest() as Manifest).spec.amiSelectorTerms).toEqual([
      { alias: 'bottlerocket@latest' },
    ]);
    expect(problemsOf(() => made('Two', { fips: true }))).toContain('KubernetesVersionUnknown kubernetesVersion');
  });
});

describe('parameters of AWS, for each architecture', () => {
  test('stand in for the alias that FIPS does not have', () => {
    expect(termsOf({ fips: true })).toEqual([
      parameter('aws-k8s-1.35-fips', 'x86_64', 'latest'),
      parameter('aws-k8s-1.35-fips', 'arm64', 'latest'),
    ]);
    expect(termsOf({ fips: true, nvidia: true, image: BottlerocketImage.fromVersion('1.62.1') })).toEqual([
      parameter('aws-k8s-1.35-nvidia-fips', 'x86_64', '1.62.1'),
      parameter('aws-k8s-1.35-nvidia-fips', 'arm64', '1.62.1'),
    ]);
  });

  test('stand for a version other than that of the cluster', () => {
    expect(termsOf({ kubernetesVersion: '1.34', architectures: [ARM_64] })).toEqual([
      parameter('aws-k8s-1.34', 'arm64', 'latest'),
    ]);
  });

  test('stand for the variant that the image is of', () => {
    const variant = BottlerocketVariant.eks('1.35', { nvidia: true });
    expect(termsOf({ image: BottlerocketImage.latest({ variant, architecture: X86_64 }) })).toEqual([
      parameter('aws-k8s-1.35-nvidia', 'x86_64', 'latest'),
    ]);
  });

  test('a variant that contradicts the properties is refused', () => {
    const image = BottlerocketImage.latest({ variant: BottlerocketVariant.eks('1.35') });
    expect(nodeClassProblems({ image, nvidia: true })).toEqual(['ImageMismatch image.variant']);
  });
});

describe('images of users', () => {
  test('are found by id or parameter', () => {
    expect(termsOf({ image: BottlerocketImage.fromAmiId(AMI) })).toEqual([{ id: AMI }]);
    expect(termsOf({ image: BottlerocketImage.fromSsmParameter('/images/mine') })).toEqual([
      { ssmParameter: '/images/mine' },
    ]);
  });

  test('are judged by what users say of them', () => {
    const image = BottlerocketImage.fromAmiId(AMI, { osVersion: '1.14.0' });
    expect(nodeClassProblems({ image, settings: { bootstrapCommands: { a: {} } } })).toHaveLength(1);
  });
});

describe('a lock', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lock-'));
  const path = join(folder, 'bottlerocket.lock.json');
  const ids = (region: string, digit: string) => ({ [region]: `ami-${digit.repeat(17)}` });
  beforeAll(() =>
    writeFileSync(
      path,
      JSON.stringify({
        schemaVersion: 1,
        images: {
          'aws-k8s-1.35': {
            version: '1.66.0-1b1b1b1b',
            imageIds: { arm64: ids('eu-west-1', 'a'), x86_64: ids('eu-west-1', 'b') },
          },
          'aws-k8s-1.35-nvidia': { version: '1.66.0-1b1b1b1b', imageIds: { x86_64: ids('eu-west-1', 'c') } },
        },
      }),
    ),
  );
  afterAll(() => rmSync(folder, { recursive: true }));
  const image = BottlerocketImage.fromLock({ path });

  const inRegion = (options: BottlerocketNodeClassOptions, region: string | undefined = 'eu-west-1') => {
    const stack = new Stack(new App(), 'Stack', { env: { region } });
    const cluster = eks.Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName: 'main' });
    const common = { cluster, applyToCluster: false, image, kubernetesVersion: '1.35' };
    return new BottlerocketNodeClass(stack, 'NodeClass', { ...common, ...options });
  };
  const idsIn = (options: BottlerocketNodeClassOptions) =>
    (inRegion(options).toManifest() as Manifest).spec.amiSelectorTerms;

  test('gives the ids of all architectures that it has', () => {
    expect(idsIn({})).toEqual([{ id: `ami-${'b'.repeat(17)}` }, { id: `ami-${'a'.repeat(17)}` }]);
    expect(idsIn({ nvidia: true })).toEqual([{ id: `ami-${'c'.repeat(17)}` }]);
    expect(idsIn({ architectures: [ARM_64] })).toEqual([{ id: `ami-${'a'.repeat(17)}` }]);
  });

  test('must have what is asked for', () => {
    expect(problemsOf(() => inRegion({ nvidia: true, architectures: [ARM_64] }))).toEqual([
      'NotInImageLock images."aws-k8s-1.35-nvidia".imageIds.arm64',
    ]);
    expect(problemsOf(() => inRegion({ kubernetesVersion: '1.34' }))).toEqual(['NotInImageLock images."aws-k8s-1.34"']);
  });

  test('gives ids by region where the region is only known at deployment', () => {
    const { stack, cluster } = cfnCluster();
    const made = new BottlerocketNodeClass(stack, 'NodeClass', { cluster, applyToCluster: false, image });
    expect(JSON.stringify((made.toManifest() as Manifest).spec.amiSelectorTerms)).toContain('Fn::FindInMap');
  });
});

describe('regions without FIPS endpoints', () => {
  test('are refused for FIPS, unless the settings turn the endpoints off', () => {
    const make = (config?: string) => {
      const stack = new Stack(new App(), 'Stack', { env: { region: 'eu-west-1' } });
      const cluster = eks.Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName: 'main' });
      const common = { cluster, applyToCluster: false, fips: true, kubernetesVersion: '1.35' };
      return new BottlerocketNodeClass(stack, 'NodeClass', { ...common, settings: { aws: { config } } });
    };
    expect(problemsOf(() => make())).toEqual(['FipsEndpointsMissing region']);
    const off = Buffer.from('[default]\nuse_fips_endpoint = false\n').toString('base64');
    expect(() => make(off)).not.toThrow();
  });
});
