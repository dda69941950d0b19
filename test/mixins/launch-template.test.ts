import { App, CfnResource, ConstructSelector, Lazy, Mixins, Size, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as kms from 'aws-cdk-lib/aws-kms';
import { IMixin } from 'constructs';
import { BottlerocketUserData, IssueCode, mixins } from '../../lib';
import { managedInstances } from '../helpers/ecs-updater';
import { issuesThrownBy, problemsOf } from '../helpers/issues';

function setup(launchTemplateData: ec2.CfnLaunchTemplate.LaunchTemplateDataProperty = {}) {
  const stack = new Stack(new App(), 'Stack');
  const template = new ec2.CfnLaunchTemplate(stack, 'Template', { launchTemplateData });
  const data = () => {
    const found = Object.values(Template.fromStack(stack).findResources('AWS::EC2::LaunchTemplate'));
    return (found[0] as { Properties: { LaunchTemplateData: object } }).Properties.LaunchTemplateData;
  };
  return { stack, template, data };
}

const userData = () => new BottlerocketUserData({ settings: { motd: 'hello' } });

test('all three give a launch template what a Bottlerocket node needs, and keep what it has', () => {
  const { template, data } = setup({
    instanceType: 'm7i.large',
    blockDeviceMappings: [{ deviceName: '/dev/xvdc', ebs: { volumeSize: 8 } }],
  });
  template.with(
    new mixins.LaunchTemplateUserData(userData()),
    new mixins.LaunchTemplateVolumes({ dataVolume: { size: Size.gibibytes(50) } }),
    new mixins.LaunchTemplateMetadataOptions(),
  );
  expect(data()).toMatchObject({
    InstanceType: 'm7i.large',
    UserData: { 'Fn::Base64': '[settings]\nmotd = "hello"\n' },
    BlockDeviceMappings: [
      { DeviceName: '/dev/xvdc', Ebs: { VolumeSize: 8 } },
      { DeviceName: '/dev/xvda', Ebs: { Encrypted: true, VolumeType: 'gp3' } },
      { DeviceName: '/dev/xvdb', Ebs: { Encrypted: true, VolumeType: 'gp3', VolumeSize: 50 } },
    ],
    MetadataOptions: { HttpTokens: 'required', HttpPutResponseHopLimit: 1 },
  });
});

test('they reach the launch template inside a construct of aws-cdk-lib', () => {
  const stack = new Stack(new App(), 'Stack');
  const template = new ec2.LaunchTemplate(stack, 'Template', { instanceType: new ec2.InstanceType('m7i.large') });
  Mixins.of(template)
    .requireAny()
    .apply(new mixins.LaunchTemplateUserData(userData()), new mixins.LaunchTemplateVolumes());
  Template.fromStack(stack).hasResourceProperties('AWS::EC2::LaunchTemplate', {
    LaunchTemplateData: {
      UserData: Match.anyValue(),
      BlockDeviceMappings: Match.anyValue(),
      InstanceType: 'm7i.large',
    },
  });
});

describe.each<[string, () => IMixin, ec2.CfnLaunchTemplate.LaunchTemplateDataProperty]>([
  ['LaunchTemplateUserData', () => new mixins.LaunchTemplateUserData(userData()), { userData: 'x' }],
  [
    'LaunchTemplateVolumes',
    () => new mixins.LaunchTemplateVolumes(),
    { blockDeviceMappings: [{ deviceName: '/dev/xvdb' }] },
  ],
  [
    'LaunchTemplateMetadataOptions',
    () => new mixins.LaunchTemplateMetadataOptions(),
    { metadataOptions: { httpTokens: 'optional' } },
  ],
])('%s', (_, mixin, conflict) => {
  test('supports launch templates only, and leaves other constructs alone', () => {
    const { stack, template } = setup();
    const other = new CfnResource(stack, 'Other', { type: 'AWS::SNS::Topic' });
    expect(mixin().supports(template)).toBe(true);
    expect(mixin().supports(other)).toBe(false);
    expect(() => mixin().applyTo(other)).not.toThrow();
  });

  test('refuses to overwrite', () => {
    const { template } = setup(conflict);
    expect(issuesThrownBy(() => template.with(mixin()))).toMatchObject([{ code: IssueCode.LAUNCH_TEMPLATE_CONFLICT }]);
  });

  test('cannot be applied twice', () => {
    const { template } = setup();
    expect(issuesThrownBy(() => template.with(mixin(), mixin()))).toMatchObject([
      { code: IssueCode.LAUNCH_TEMPLATE_CONFLICT },
    ]);
  });

  test('refuses launch templates whose data is only known at deployment', () => {
    const { template } = setup();
    template.launchTemplateData = Lazy.any({ produce: () => ({}) });
    expect(problemsOf(() => template.with(mixin()))).toEqual([
      `${IssueCode.LAUNCH_TEMPLATE_CONFLICT} launchTemplateData`,
    ]);
  });
});

describe('user data', () => {
  test('counts settings that are added later, and is left out when there are none', () => {
    const { template, data } = setup();
    const late = new BottlerocketUserData();
    template.with(new mixins.LaunchTemplateUserData(late));
    late.addSettings({ motd: 'late' });
    expect(data()).toEqual({ UserData: { 'Fn::Base64': '[settings]\nmotd = "late"\n' } });

    const empty = setup({ instanceType: 'm7i.large' });
    empty.template.with(new mixins.LaunchTemplateUserData(new BottlerocketUserData()));
    expect(empty.data()).toEqual({ InstanceType: 'm7i.large' });
  });

  test('is checked as a whole at synthesis, with the path of the launch template and all issues', () => {
    const { stack, template } = setup();
    const wrong = new BottlerocketUserData({
      settings: {
        motd: 'x'.repeat(17000),
        kubernetes: { credentialProviders: { ecr: { enabled: true } as never } },
      },
    });
    template.with(new mixins.LaunchTemplateUserData(wrong));
    const synth = () => Template.fromStack(stack);
    expect(synth).toThrow(/\[Stack\/Template\] \[MissingSetting\].*image-patterns/);
    expect(synth).toThrow(/\[Stack\/Template\] \[UserDataTooLarge\]/);
  });

  test('errors of settings that are added later point to the launch template', () => {
    const { template } = setup();
    const late = userData();
    template.with(new mixins.LaunchTemplateUserData(late));
    try {
      late.addSettings({ kubernetes: { maxPods: -1 } });
      throw new Error('nothing was thrown');
    } catch (error) {
      expect((error as { constructPath?: string }).constructPath).toBe('Stack/Template');
    }
  });
});

describe('volumes', () => {
  test('that EC2 would refuse are refused', () => {
    const { template } = setup();
    expect(problemsOf(() => template.with(new mixins.LaunchTemplateVolumes({ osVolume: { iops: 1 } })))).toEqual([
      `${IssueCode.INVALID_VOLUME} osVolume.iops`,
    ]);
  });

  test('let Auto Scaling use their key, once', () => {
    const { stack, template } = setup();
    const kmsKey = new kms.Key(stack, 'Key');
    template.with(new mixins.LaunchTemplateVolumes({ osVolume: { kmsKey }, dataVolume: { kmsKey } }));
    const keys = Object.values(Template.fromStack(stack).findResources('AWS::KMS::Key'));
    const { Statement } = (keys[0] as { Properties: { KeyPolicy: { Statement: { Sid?: string }[] } } }).Properties
      .KeyPolicy;
    const byRole = {
      StringEquals: { 'kms:CallerAccount': { Ref: 'AWS::AccountId' } },
      ArnEquals: {
        'aws:PrincipalArn': {
          'Fn::Join': [
            '',
            [
              'arn:',
              { Ref: 'AWS::Partition' },
              ':iam::',
              { Ref: 'AWS::AccountId' },
              ':role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling',
            ],
          ],
        },
      },
    };
    expect(Statement.filter(({ Sid }) => Sid?.startsWith('AutoScaling'))).toMatchObject([
      { Sid: 'AutoScalingUsesVolumes', Condition: byRole },
      {
        Sid: 'AutoScalingAttachesVolumes',
        Action: 'kms:CreateGrant',
        Condition: { ...byRole, Bool: { 'kms:GrantIsForAWSResource': 'true' } },
      },
    ]);
  });

  test('warn when the policy of the key cannot be changed', () => {
    const { stack, template } = setup();
    const kmsKey = kms.Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:us-east-1:123456789012:key/abc');
    template.with(new mixins.LaunchTemplateVolumes({ dataVolume: { kmsKey } }));
    Annotations.fromStack(stack).hasWarning('/Stack/Template', Match.stringLikeRegexp('KeyPolicyNotChanged'));
  });
});

test('a hop limit that EC2 would refuse is refused', () => {
  const { template } = setup();
  expect(problemsOf(() => template.with(new mixins.LaunchTemplateMetadataOptions({ hopLimit: 0 })))).toEqual([
    `${IssueCode.INVALID_METADATA_OPTIONS} hopLimit`,
  ]);
});

describe('ECS Managed Instances, which take no user data', () => {
  function managed() {
    const stack = new Stack(new App(), 'Stack');
    const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 });
    const provider = managedInstances({ stack, vpc });
    const resource = stack.node.findAll().find((it) => ecs.CfnCapacityProvider.isCfnCapacityProvider(it))!;
    return { stack, provider, resource };
  }

  test('are refused by LaunchTemplateUserData and not skipped in silence', () => {
    const { stack, provider, resource } = managed();
    const mixin = new mixins.LaunchTemplateUserData(userData());
    expect(mixin.supports(resource)).toBe(true);
    const refused = [() => resource.with(mixin), () => provider.with(mixin), () => Mixins.of(stack).apply(mixin)];
    for (const apply of refused) {
      expect(problemsOf(apply)).toEqual([`${IssueCode.MANAGED_INSTANCES} userData`]);
    }
  });

  test('are left alone where the mixin is applied to launch templates', () => {
    const { stack } = managed();
    const template = new ec2.CfnLaunchTemplate(stack, 'Template', { launchTemplateData: {} });
    const launchTemplates = ConstructSelector.resourcesOfType(ec2.CfnLaunchTemplate.CFN_RESOURCE_TYPE_NAME);
    Mixins.of(stack, launchTemplates).apply(new mixins.LaunchTemplateUserData(userData()));
    expect(template.launchTemplateData).toHaveProperty('userData');
  });

  test('are left alone by the other mixins, and by app-wide rules for the metadata', () => {
    const { stack, resource } = managed();
    const others = [new mixins.LaunchTemplateVolumes(), new mixins.LaunchTemplateMetadataOptions()];
    expect(others.map((mixin) => mixin.supports(resource))).toEqual([false, false]);
    expect(() => Mixins.of(stack).apply(...others)).not.toThrow();
  });

  test('are not taken for capacity providers with an Auto Scaling group', () => {
    const stack = new Stack(new App(), 'Stack');
    const plain = new ecs.CfnCapacityProvider(stack, 'Plain', {
      autoScalingGroupProvider: { autoScalingGroupArn: 'group' },
    });
    expect(new mixins.LaunchTemplateUserData(userData()).supports(plain)).toBe(false);
  });
});
