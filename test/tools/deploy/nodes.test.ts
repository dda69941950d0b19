import { nodesOf } from '../../../tools/deploy/checks/nodes';
import { group, launchTemplate, nodegroup, stackFacts } from '../../helpers/stack-facts';

describe('nodes of a stack', () => {
  test('of an Auto Scaling group are known by the image of its launch template', () => {
    const { nodes, problems } = nodesOf(stackFacts({ launchTemplates: [launchTemplate()], groups: [group()] }));
    expect(problems).toEqual([]);
    expect(nodes).toMatchObject([
      { owner: 'Group', variant: 'aws-ecs-2', version: '1.66.0', architecture: 'arm64', isManaged: false },
    ]);
  });

  test.each([
    ['BOTTLEROCKET_ARM_64', 'm8g.large', 'aws-k8s-1.35', 'arm64'],
    ['BOTTLEROCKET_x86_64_NVIDIA', 'm7i.large', 'aws-k8s-1.35-nvidia', 'x86_64'],
    ['BOTTLEROCKET_ARM_64_FIPS', 'm8g.large', 'aws-k8s-1.35-fips', 'arm64'],
  ])('of a managed node group are known by the AMI type %s', (amiType, type, variant, architecture) => {
    const template = launchTemplate({ imageId: null, instanceType: null });
    const groups = [nodegroup({ amiType, instanceTypes: [type] })];
    const { nodes, problems } = nodesOf(stackFacts({ launchTemplates: [template], nodegroups: groups }));
    expect(problems).toEqual([]);
    expect(nodes).toMatchObject([{ variant, architecture, version: '1.66.0', isManaged: true }]);
  });

  test.each([
    ['an image that does not exist', { imageId: 'ami-3' }, 'Group: image ami-3 does not exist'],
    ['no image', { imageId: null }, 'Group: its launch template names no image'],
    ['an image for other hardware', { imageId: 'ami-2' }, 'Group: m8g.large cannot run images for x86_64'],
    ['IMDSv1', { httpTokens: 'optional' }, 'Group: IMDSv2 is optional'],
    ['no instance type', { instanceType: null }, 'Group: no instance type'],
    ['no volumes', { volumes: [] }, 'Group: no volumes'],
    [
      'a volume in the clear',
      { volumes: [{ device: '/dev/xvdb', encrypted: false }] },
      'Group: /dev/xvdb is not encrypted',
    ],
  ])('with %s are a problem', (_, changes, problem) => {
    const facts = stackFacts({ launchTemplates: [launchTemplate(changes)], groups: [group()] });
    expect(nodesOf(facts).problems).toEqual([problem]);
  });

  test('of a mixed group must run on each of its instance types', () => {
    const Overrides = [{ InstanceType: 'm8g.large' }, { InstanceType: 'm7i.large' }];
    const LaunchTemplateSpecification = { LaunchTemplateId: 'lt-1', Version: '1' };
    const mixed = group({
      LaunchTemplate: undefined,
      MixedInstancesPolicy: { LaunchTemplate: { LaunchTemplateSpecification, Overrides } },
    });
    const facts = stackFacts({ launchTemplates: [launchTemplate({ instanceType: null })], groups: [mixed] });
    expect(nodesOf(facts).problems).toEqual(['Group: m7i.large cannot run images for arm64']);
  });

  test('with a version of a launch template that is not the newest are a problem', () => {
    const launchTemplates = [launchTemplate(), launchTemplate({ version: 2 })];
    expect(nodesOf(stackFacts({ launchTemplates, groups: [group()] })).problems).toEqual([
      'Group: it has version 1 of its launch template, and the newest is 2',
    ]);
  });

  test('without their launch template are a problem', () => {
    expect(nodesOf(stackFacts({ nodegroups: [nodegroup()] })).problems).toEqual([
      'Nodegroup: it has version 1 of launch template lt-1, which is not there',
    ]);
  });

  test('of another OS are a problem', () => {
    const template = launchTemplate({ imageId: null });
    const facts = stackFacts({ launchTemplates: [template], nodegroups: [nodegroup({ amiType: 'AL2023_x86_64' })] });
    expect(nodesOf(facts).problems).toEqual(['Nodegroup: AL2023_x86_64 is not an AMI type of Bottlerocket']);
  });
});
