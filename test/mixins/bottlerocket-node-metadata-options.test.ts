import { App, CfnResource, Lazy, Mixins, Stack, Token } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { IssueCode, mixins } from '../../lib';
import { problemsOf } from '../helpers/issues';

const { BottlerocketNodeMetadataOptions } = mixins;

function setup(metadataOptions?: ec2.CfnLaunchTemplate.LaunchTemplateDataProperty['metadataOptions']) {
  const stack = new Stack(new App(), 'Stack');
  const template = new ec2.CfnLaunchTemplate(stack, 'Template', { launchTemplateData: { metadataOptions } });
  return { stack, template };
}

function optionsAfter(mixin: mixins.BottlerocketNodeMetadataOptions, present?: Parameters<typeof setup>[0]): unknown {
  const { stack, template } = setup(present);
  template.with(mixin);
  const [found] = Object.values(Template.fromStack(stack).findResources('AWS::EC2::LaunchTemplate')) as Found[];
  return found!.Properties.LaunchTemplateData.MetadataOptions;
}

interface Found {
  readonly Properties: { readonly LaunchTemplateData: { readonly MetadataOptions: unknown } };
}

test.each<[string, number | undefined, Parameters<typeof setup>[0], object]>([
  ['sessions and one hop', undefined, undefined, { HttpTokens: 'required', HttpPutResponseHopLimit: 1 }],
  ['the hop limit that is given', 2, { httpPutResponseHopLimit: 3 }, { HttpPutResponseHopLimit: 2 }],
  ['the hop limit that is there', undefined, { httpPutResponseHopLimit: 3 }, { HttpPutResponseHopLimit: 3 }],
  ['sessions, whatever was there', undefined, { httpTokens: 'optional' }, { HttpTokens: 'required' }],
  [
    'other options that are there',
    undefined,
    { httpEndpoint: 'disabled', instanceMetadataTags: 'enabled' },
    { HttpEndpoint: 'disabled', InstanceMetadataTags: 'enabled', HttpTokens: 'required' },
  ],
  [
    'what a token is that stands for nothing',
    undefined,
    Lazy.any({ produce: () => undefined }),
    { HttpTokens: 'required' },
  ],
])('nodes get %s', (_, hopLimit, present, expected) => {
  expect(optionsAfter(new BottlerocketNodeMetadataOptions({ hopLimit }), present)).toMatchObject(expected);
});

test('launch configurations get them, from the scope around them', () => {
  const stack = new Stack(new App(), 'Stack');
  new autoscaling.CfnLaunchConfiguration(stack, 'Configuration', { imageId: 'ami-1', instanceType: 'm7i.large' });
  Mixins.of(stack).requireAny().apply(new BottlerocketNodeMetadataOptions());
  Template.fromStack(stack).hasResourceProperties('AWS::AutoScaling::LaunchConfiguration', {
    MetadataOptions: { HttpEndpoint: 'enabled', HttpTokens: 'required', HttpPutResponseHopLimit: 1 },
  });
});

test('what EC2 would refuse, and what is only known at deployment, is refused at once', () => {
  const { template } = setup(Token.asAny({ Ref: 'Options' }));
  expect(problemsOf(() => template.with(new BottlerocketNodeMetadataOptions({ hopLimit: 0 })))).toEqual([
    `${IssueCode.INVALID_METADATA_OPTIONS} hopLimit`,
    `${IssueCode.LAUNCH_TEMPLATE_CONFLICT} launchTemplateData.metadataOptions`,
  ]);
});

test('other constructs are left alone', () => {
  const other = new CfnResource(new Stack(new App(), 'Stack'), 'Other', { type: 'AWS::SNS::Topic' });
  expect(new BottlerocketNodeMetadataOptions().supports(other)).toBe(false);
  expect(() => new BottlerocketNodeMetadataOptions().applyTo(other)).not.toThrow();
});
