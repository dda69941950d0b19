import { Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as iam from 'aws-cdk-lib/aws-iam';
import { BottlerocketNodeClassOptions, HostContainerPreset, NodeContainerImage, NodeJoinMethod } from '../../../lib';
import { cfnCluster } from '../../helpers/clusters';
import { nodeClass } from '../../helpers/karpenter';

describe('presets of a node class', () => {
  const adminOf = (stack: Stack) =>
    HostContainerPreset.admin({
      image: NodeContainerImage.fromEcrRepository(new ecr.Repository(stack, 'Repository'), 'v1'),
    });

  const assumedBy = new iam.ServicePrincipal('ec2.amazonaws.com');

  test.each<[string, (stack: Stack) => Partial<BottlerocketNodeClassOptions>, unknown]>([
    ['that is made', () => ({}), { Ref: Match.stringLikeRegexp('NodeClassNodeRole') }],
    [
      'that is given',
      (stack) => ({ nodeRole: new iam.Role(stack, 'Given', { assumedBy }) }),
      { Ref: Match.stringLikeRegexp('^Given') },
    ],
    [
      'that exists already',
      (stack) => ({ nodeRole: iam.Role.fromRoleArn(stack, 'Old', 'arn:aws:iam::123456789012:role/KarpenterNodeRole') }),
      'KarpenterNodeRole',
    ],
    [
      'of an instance profile',
      (stack) => ({
        instanceProfile: new iam.InstanceProfile(stack, 'Profile', { role: new iam.Role(stack, 'Of', { assumedBy }) }),
      }),
      { Ref: Match.stringLikeRegexp('^Of') },
    ],
  ])('give the rights that they need to the role %s', (_, options, role) => {
    const fixture = cfnCluster();
    const { stack } = fixture;
    nodeClass({ presets: [adminOf(stack)], ...options(stack) }, fixture);
    Template.fromStack(stack).hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Action: Match.arrayWith(['ecr:GetDownloadUrlForLayer']), Effect: 'Allow' }),
        ]),
      },
      Roles: [role],
    });
    Annotations.fromStack(stack).hasNoWarning('*', Match.stringLikeRegexp('PresetRightsMissing'));
  });

  test('whose rights nobody gets, as only the instance profile is known, are a warning that names the actions', () => {
    const fixture = cfnCluster();
    const { stack } = fixture;
    const instanceProfile = iam.InstanceProfile.fromInstanceProfileName(stack, 'Profile', 'nodes');
    const presets = [adminOf(stack), HostContainerPreset.control()];
    nodeClass({ presets, instanceProfile, joinBy: NodeJoinMethod.NONE }, fixture);
    const warnings = Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('PresetRightsMissing'));
    expect(warnings.map(({ id, entry }) => `${id} ${entry.data as string}`)).toEqual([
      expect.stringMatching(/^\/Stack\/NodeClass .*host container admin.*ecr:GetDownloadUrlForLayer/s),
    ]);
  });
});
