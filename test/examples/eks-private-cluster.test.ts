import { App, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { DemoStack, DemoStackProps } from '../../examples/eks-private-cluster/app';
import { userDataIn } from '../helpers/self-managed';

const example = (props?: DemoStackProps) => new DemoStack(new App(), 'Demo', props);

const warnings = (stack: Stack) =>
  Annotations.fromStack(stack)
    .findWarning('*', Match.anyValue())
    .map(({ id, entry }) => `${id} ${(entry.data as string).split('\n')[0]}`);

describe('the private cluster', () => {
  const stack = example();

  test('has no warnings', () => {
    expect(warnings(stack)).toEqual([]);
  });

  test('has no way to the internet', () => {
    const types = new Set(Object.values(Template.fromStack(stack).toJSON().Resources as object).map(typeOf));
    expect(types).toContain('AWS::EC2::VPCEndpoint');
    expect([...types].filter((type) => /Gateway|ElasticIP|EIP/.test(type))).toEqual([]);
  });

  test('has no proxy unless told', () => {
    expect(userDataIn(stack)).not.toContain('proxy');
    const httpsProxy = 'http://proxy.example.com:3128';
    expect(userDataIn(example({ httpsProxy }))).toMatch(
      /https-proxy = "http:\/\/proxy\.example\.com:3128"\nno-proxy = \["169\.254\.169\.254", /,
    );
  });
});

test.each(['Ec2', 'EcrApi', 'EcrDocker', 'Ssm', 'SsmMessages', 'S3'])(
  'the private cluster without the endpoint %s has a warning',
  (name) => {
    const stack = example();
    const vpc = stack.node.findChild('Vpc') as ec2.Vpc;
    vpc.node.tryRemoveChild(name);
    const [found, ...others] = warnings(stack);
    expect(found).toMatch(/^\/Demo\/Nodes \[VpcEndpointMissing\]/);
    expect(others).toEqual([]);
  },
);

function typeOf(resource: { readonly Type: string }): string {
  return resource.Type;
}
