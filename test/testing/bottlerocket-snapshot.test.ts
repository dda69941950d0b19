import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { format, plugins } from 'pretty-format';
import { BottlerocketImage, BottlerocketManagedNodegroup, BottlerocketSelfManagedNodegroup, testing } from '../../lib';
import { cfnCluster } from '../helpers/clusters';
import { types } from '../helpers/self-managed';

const { BottlerocketSnapshot } = testing;

interface AppOptions {
  readonly version?: string;
  readonly code?: string;
  readonly maxPods?: number;
}

const DIGEST = `sha256:${'ab'.repeat(32)}`;

/** A stack with nodes of both kinds, and something that has an asset. */
function stackWith({ version = '1.60.0', code = 'test/helpers', maxPods = 58 }: AppOptions = {}): Stack {
  const { stack, cluster, vpc } = cfnCluster();
  const options = {
    cluster,
    vpc,
    instanceTypes: types('m7i.large'),
    settings: {
      kubernetes: { maxPods },
      hostContainers: { tools: { source: `example.com/tools@${DIGEST}`, enabled: true } },
    },
  };
  new BottlerocketManagedNodegroup(stack, 'Managed', { ...options, image: BottlerocketImage.fromVersion(version) });
  new BottlerocketSelfManagedNodegroup(stack, 'Own', {
    ...options,
    kubernetesVersion: '1.33',
    image: BottlerocketImage.fromVersion(version),
  });
  new lambda.Function(stack, 'Function', {
    code: lambda.Code.fromAsset(code),
    handler: 'index.handler',
    runtime: lambda.Runtime.NODEJS_22_X,
  });
  return stack;
}

const templateWith = (options?: AppOptions) => Template.fromStack(stackWith(options));
const first = templateWith();
const rendered = BottlerocketSnapshot.render(first);

describe('a rendered template', () => {
  test('shows user data as TOML, with placeholders for what only CloudFormation knows', () => {
    expect(rendered).toMatch(/"UserData": TOML """\n +\[settings\./);
    expect(rendered).toContain('api-server = "${Cluster.Endpoint}"');
    expect(rendered).not.toContain('Fn::Base64');
  });

  test('is the same after another release, and after another build of an asset', () => {
    expect(BottlerocketSnapshot.render(templateWith({ version: '1.64.0' }))).toBe(rendered);
    expect(BottlerocketSnapshot.render(templateWith({ code: 'test/golden' }))).toBe(rendered);
    expect(JSON.stringify(templateWith({ version: '1.64.0' }).toJSON())).not.toBe(JSON.stringify(first.toJSON()));
  });

  test('is another after another setting', () => {
    expect(BottlerocketSnapshot.render(templateWith({ maxPods: 59 }))).not.toBe(rendered);
  });

  test('leaves digests of images, the variant and all else alone', () => {
    expect(rendered).toContain(DIGEST);
    expect(rendered).toContain('/aws/service/bottlerocket/aws-k8s-1.33/x86_64/<release>/image_id');
    const masked = rendered.match(/<(?:release|image id|asset)>/g) ?? [];
    expect(new Set(masked)).toEqual(new Set(['<release>', '<asset>']));
  });

  test('masks ids of images, and leaves latest as it is', () => {
    const text = BottlerocketSnapshot.renderJson({
      Mappings: { Images: { 'us-east-1': { id: 'ami-0123456789abcdef0' } } },
      Parameters: {
        Image: {
          Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>',
          Default: '/aws/service/bottlerocket/aws-ecs-2/arm64/latest/image_id',
        },
      },
      Resources: { Other: { Type: 'AWS::EKS::Nodegroup', Properties: { ReleaseVersion: '1.33.0-20250101' } } },
    });
    expect(text).toContain('"id": "<image id>"');
    expect(text).toContain('aws-ecs-2/arm64/latest/image_id');
    // Not Bottlerocket.
    expect(text).toContain('1.33.0-20250101');
  });

  test('shows manifests of Karpenter as objects', () => {
    const manifest = (version: string) => ({
      Resources: {
        Class: {
          Type: 'Custom::AWSCDK-EKS-KubernetesResource',
          Properties: {
            Manifest: JSON.stringify([
              {
                apiVersion: 'karpenter.k8s.aws/v1',
                kind: 'EC2NodeClass',
                metadata: { name: 'default' },
                spec: {
                  amiSelectorTerms: [{ alias: `bottlerocket@${version}` }],
                  userData: '[settings]\nmotd = "a"\n',
                },
              },
            ]),
          },
        },
      },
    });
    const text = BottlerocketSnapshot.renderJson(manifest('v1.60.0'));
    expect(text).toContain('"alias": "bottlerocket@<release>"');
    expect(text).toMatch(/"userData": TOML """\n +\[settings\]\n +motd = "a"\n +"""/);
    expect(BottlerocketSnapshot.renderJson(manifest('v1.61.0'))).toBe(text);
    expect(BottlerocketSnapshot.renderJson(manifest('latest'))).not.toBe(text);
  });

  test.each([{}, { Resources: null }, { Resources: { A: null } }, { Resources: [] }])(
    'of %j is what it is',
    (template) => {
      expect(JSON.parse(BottlerocketSnapshot.renderJson(template))).toEqual(template);
    },
  );
});

describe('the serializer of Jest and Vitest', () => {
  const serializer = BottlerocketSnapshot.serializer();
  const written = (value: unknown) => format(value, { plugins: [serializer, ...Object.values(plugins)] });

  test('writes templates in the style of the rest of a snapshot, wherever they are', () => {
    const text = written({ template: first.toJSON() });
    expect(text).toMatch(/"UserData": TOML """\n +\[settings\./);
    expect(text).toMatch(/^Object \{\n {2}"template": Object \{/);
  });

  test('leaves all other values alone', () => {
    const values = [null, 1, 'Resources', [], {}, { Resources: 1 }, new Map([['Resources', {}]])];
    expect(values.map((value) => serializer.test(value))).toEqual(values.map(() => false));
  });
});
