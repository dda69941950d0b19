import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as assets from 'aws-cdk-lib/aws-ecr-assets';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BootstrapContainerPreset, HostContainerPreset, NodeContainerImage } from '../../../lib';
import { grantsOf } from '../../helpers/presets';
import { group, only, userDataIn } from '../../helpers/self-managed';
import { cfnCluster } from '../../helpers/clusters';

const DIGEST = `sha256:${'0'.repeat(64)}`;

test('an image of a registry is taken as it is, without any rights', () => {
  const image = NodeContainerImage.fromRegistry(`public.ecr.aws/x/y@${DIGEST}`);
  expect(image.reference).toBe(`public.ecr.aws/x/y@${DIGEST}`);
  expect(grantsOf(() => [HostContainerPreset.custom('x', { image })])).toBe('{}');
});

describe('an image of Amazon ECR', () => {
  const fixture = cfnCluster();
  const repository = new ecr.Repository(fixture.stack, 'Repository');
  const image = NodeContainerImage.fromEcrRepository(repository, DIGEST);
  const { stack } = group({ presets: [BootstrapContainerPreset.of('setup', { image, essential: true })] }, fixture);

  test('is named by its digest', () => {
    expect(userDataIn(stack)).toMatch(/source = ".*\.dkr\.ecr\..*<Repository[0-9A-F]+>@sha256:0+"/s);
  });

  test('may be pulled by the role of the nodes, and nothing else may', () => {
    const { PolicyDocument, Roles } = only(stack, 'AWS::IAM::Policy').Properties as {
      PolicyDocument: { Statement: { Action: string[]; Resource: unknown }[] };
      Roles: object[];
    };
    const pull = PolicyDocument.Statement.find(({ Action }) => Action.includes('ecr:BatchGetImage'));
    expect(JSON.stringify(pull!.Resource)).toMatch(/^\{"Fn::GetAtt":\["Repository\w+","Arn"\]\}$/);
    expect(JSON.stringify(Roles)).toContain('NodeRole');
  });
});

test('a tag is written as a tag', () => {
  const grants = grantsOf((stack) => {
    const repository = ecr.Repository.fromRepositoryName(stack, 'Imported', 'tools/setup');
    const image = NodeContainerImage.fromEcrRepository(repository, 'v1');
    expect(image.reference).toMatch(/tools\/setup:v1$/);
    return [HostContainerPreset.admin({ image })];
  });
  expect(grants).toContain('repository/tools/setup');
});

test('an image that the app builds may be pulled', () => {
  const directory = mkdtempSync(join(tmpdir(), 'image-'));
  writeFileSync(join(directory, 'Dockerfile'), 'FROM scratch\n');
  const grants = grantsOf((stack) => {
    const asset = new assets.DockerImageAsset(stack, 'Asset', { directory, platform: assets.Platform.LINUX_ARM64 });
    const image = NodeContainerImage.fromDockerImageAsset(asset);
    expect(image.reference).toBe(asset.imageUri);
    return [HostContainerPreset.control({ image })];
  });
  rmSync(directory, { recursive: true });
  expect(grants).toContain('ecr:BatchGetImage');
  expect(grants).toContain('container-assets');
});
