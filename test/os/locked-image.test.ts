import { App, Stack, StackProps } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as eks from 'aws-cdk-lib/aws-eks';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BottlerocketImage, BottlerocketManagedNodegroup, BottlerocketVariant, IssueCode } from '../../lib';
import { ImageLock, renderImageLock } from '../../lib/os/image-lock';
import { ImageTarget } from '../../lib/os/image-source';
import { issuesThrownBy } from '../helpers/issues';

const LOCK: ImageLock = {
  images: {
    'aws-k8s-1.35': {
      version: '1.62.1-ea1afdd6',
      imageIds: {
        arm64: { 'eu-west-1': 'ami-0aaaaaaaaaaaaaaa1', 'us-gov-west-1': 'ami-0aaaaaaaaaaaaaaa2' },
        x86_64: { 'cn-north-1': 'ami-0bbbbbbbbbbbbbbb3', 'eu-west-1': 'ami-0bbbbbbbbbbbbbbb1' },
      },
    },
  },
};

const VARIANT = BottlerocketVariant.eks('1.35');
const LAUNCH: ImageTarget = { use: 'launch', path: 'image', variant: VARIANT, architecture: 'arm64' };
const RELEASE: ImageTarget = { ...LAUNCH, use: 'release' };

const inRegion = (region?: string): StackProps => ({ env: { region } });
const stackIn = (region?: string) => new Stack(new App(), 'Stack', inRegion(region));

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
  path = join(folder, 'bottlerocket.lock.json');
  writeFileSync(path, renderImageLock(LOCK));
});
afterEach(() => rmSync(folder, { recursive: true }));

test.each([
  ['eu-west-1', 'arm64', 'ami-0aaaaaaaaaaaaaaa1'],
  ['eu-west-1', 'x86_64', 'ami-0bbbbbbbbbbbbbbb1'],
  ['us-gov-west-1', 'arm64', 'ami-0aaaaaaaaaaaaaaa2'],
  ['cn-north-1', 'x86_64', 'ami-0bbbbbbbbbbbbbbb3'],
] as const)('in %s on %s the image is %s', (region, architecture, id) => {
  const stack = stackIn(region);
  const bound = BottlerocketImage.fromLock({ path })._bind(stack, { ...LAUNCH, architecture });
  expect(bound).toMatchObject({ issues: [], custom: false, osVersion: '1.62.1' });
  expect(bound.imageId()).toBe(id);
  expect(Template.fromStack(stack).toJSON()).not.toHaveProperty('Mappings');
});

test('without a region, CloudFormation chooses among all regions of the lock, in one mapping', () => {
  const stack = stackIn();
  const image = BottlerocketImage.fromLock({ path });
  const found = [image, BottlerocketImage.fromLock({ path })].map(
    (each) => stack.resolve(each._bind(stack, LAUNCH).imageId()) as unknown,
  );
  expect(found[0]).toEqual({
    'Fn::FindInMap': ['BottlerocketImagesawsk8s135arm64', { Ref: 'AWS::Region' }, 'imageId'],
  });
  expect(found[1]).toEqual(found[0]);
  expect(stack.resolve(image._bind(stack, { ...LAUNCH, architecture: 'x86_64' }).imageId())).toEqual({
    'Fn::FindInMap': ['BottlerocketImagesawsk8s135x8664', { Ref: 'AWS::Region' }, 'imageId'],
  });
  expect(Template.fromStack(stack).findMappings('*')).toEqual({
    BottlerocketImagesawsk8s135arm64: {
      'eu-west-1': { imageId: 'ami-0aaaaaaaaaaaaaaa1' },
      'us-gov-west-1': { imageId: 'ami-0aaaaaaaaaaaaaaa2' },
    },
    BottlerocketImagesawsk8s135x8664: {
      'cn-north-1': { imageId: 'ami-0bbbbbbbbbbbbbbb3' },
      'eu-west-1': { imageId: 'ami-0bbbbbbbbbbbbbbb1' },
    },
  });
});

test('managed node groups get the release, in all regions and on all architectures', () => {
  for (const region of [undefined, 'ap-south-1']) {
    const bound = BottlerocketImage.fromLock({ path })._bind(stackIn(region), RELEASE);
    expect(bound.issues).toEqual([]);
    expect(bound.releaseVersion()).toBe('1.62.1-ea1afdd6');
  }
});

test('nothing is looked up: the template has no parameters and the app no context', () => {
  const app = new App();
  const stack = new Stack(app, 'Stack', inRegion('eu-west-1'));
  const options = { path, variant: VARIANT, architecture: ec2.InstanceArchitecture.ARM_64 };
  new ec2.LaunchTemplate(stack, 'Template', { machineImage: BottlerocketImage.fromLock(options) });
  const { Parameters } = Template.fromStack(stack).toJSON() as { Parameters: object };
  expect(Object.keys(Parameters)).toEqual(['BootstrapVersion']);
  expect(app.synth().manifest.missing).toBeUndefined();
});

test('the file stands beside the app unless told otherwise', () => {
  const before = process.cwd();
  process.chdir(folder);
  try {
    expect(BottlerocketImage.fromLock()._bind(stackIn(), RELEASE).releaseVersion()).toBe('1.62.1-ea1afdd6');
  } finally {
    process.chdir(before);
  }
});

describe('an error that says which command to run', () => {
  const found = (target: ImageTarget, region?: string) =>
    BottlerocketImage.fromLock({ path })._bind(stackIn(region), target).issues;

  test.each<[string, ImageTarget, string | undefined, string]>([
    ['variant', { ...LAUNCH, variant: BottlerocketVariant.eks('1.36') }, 'eu-west-1', '--variant aws-k8s-1.36'],
    ['variant', { ...RELEASE, variant: BottlerocketVariant.eks('1.36') }, undefined, '--variant aws-k8s-1.36'],
    ['region', LAUNCH, 'ap-south-1', '--region ap-south-1'],
  ])('comes for a %s that the lock lacks', (_, target, region, option) => {
    const [issue] = found(target, region);
    expect(issue).toMatchObject({ code: IssueCode.NOT_IN_IMAGE_LOCK, severity: 'error', source: path });
    expect(issue!.fix).toContain('npx cdk-bottlerocket image lock ');
    expect(issue!.fix).toContain(option);
  });

  test('comes for an architecture that the lock lacks', () => {
    const { version, imageIds } = LOCK.images['aws-k8s-1.35']!;
    const lock = { images: { 'aws-k8s-1.35': { version, imageIds: { x86_64: imageIds.x86_64! } } } };
    writeFileSync(path, renderImageLock(lock));
    expect(found(LAUNCH)).toMatchObject([{ code: IssueCode.NOT_IN_IMAGE_LOCK }]);
  });

  test('comes when there is no lock', () => {
    rmSync(path);
    const [issue] = found(LAUNCH, 'eu-west-1');
    expect(issue).toMatchObject({ code: IssueCode.IMAGE_LOCK_NOT_FOUND, source: path });
    expect(issue!.fix).toContain('--variant aws-k8s-1.35 --arch arm64 --region eu-west-1');
  });

  test('comes for a lock that was damaged', () => {
    writeFileSync(path, readFileSync(path, 'utf8').replace('ami-0aaaaaaaaaaaaaaa1', 'ami-latest'));
    expect(found(LAUNCH)).toMatchObject([{ code: IssueCode.INVALID_IMAGE_LOCK, source: path }]);
  });

  test('comes with everything else that is wrong with a node group', () => {
    const stack = stackIn('eu-west-1');
    const vpc = new ec2.Vpc(stack, 'Vpc');
    const cluster = eks.Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName: 'demo', vpc });
    const issues = issuesThrownBy(
      () =>
        new BottlerocketManagedNodegroup(stack, 'Nodes', {
          cluster,
          kubernetesVersion: '1.36',
          image: BottlerocketImage.fromLock({ path }),
          instanceTypes: [new ec2.InstanceType('g6.xlarge')],
          capacityReservationId: 'cr-0123456789abcdef0',
        }),
    );
    expect(issues.map(({ code }) => code).sort()).toEqual([IssueCode.INVALID_CAPACITY, IssueCode.NOT_IN_IMAGE_LOCK]);
    expect(issues.find(({ code }) => code === IssueCode.NOT_IN_IMAGE_LOCK)!.fix).toContain(
      '--variant aws-k8s-1.36-nvidia',
    );
  });
});

test.each(['launch', 'release'] as const)('without a variant there is nothing to look for: %s', (use) => {
  const target: ImageTarget = { use, path: 'image', architecture: 'arm64' };
  expect(BottlerocketImage.fromLock({ path })._bind(stackIn(), target).issues).toMatchObject([
    { code: IssueCode.IMAGE_UNDETERMINED },
  ]);
});

test('two synths of one app give the same bytes', () => {
  const templates = ['one', 'two'].map((run) => {
    const app = new App({ outdir: join(folder, run) });
    const stack = new Stack(app, 'Stack');
    for (const [id, architecture] of Object.entries(ec2.InstanceArchitecture)) {
      const image = BottlerocketImage.fromLock({ path, variant: VARIANT, architecture });
      new ec2.LaunchTemplate(stack, id, { machineImage: image });
    }
    app.synth();
    return readFileSync(join(folder, run, 'Stack.template.json'), 'utf8');
  });
  expect(templates[0]).toContain('ami-0aaaaaaaaaaaaaaa1');
  expect(templates[0]).toBe(templates[1]);
});
