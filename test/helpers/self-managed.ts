import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { BottlerocketSelfManagedNodegroup, BottlerocketSelfManagedNodegroupOptions } from '../../lib';
import { cfnCluster, ClusterFixture } from './clusters';
import { problemsOf } from './issues';
import { userDataText } from './user-data';

export type Options = Partial<BottlerocketSelfManagedNodegroupOptions>;

export const types = (...names: string[]) => names.map((name) => new ec2.InstanceType(name));

/** A self-managed node group, of one x86 instance type unless told otherwise. */
export function group(options: Options = {}, { stack, vpc, cluster }: ClusterFixture = cfnCluster()) {
  const nodes = new BottlerocketSelfManagedNodegroup(stack, 'Nodes', {
    cluster,
    vpc,
    instanceTypes: types('m7i.large'),
    ...options,
  });
  return { stack, nodes };
}

export interface Resource {
  readonly Properties: Record<string, unknown>;
  readonly DependsOn?: string[];
}

/** The only resource of a type. */
export function only(stack: Stack, type: string): Resource & Record<string, unknown> {
  const found = Object.values(Template.fromStack(stack).findResources(type));
  expect(found).toHaveLength(1);
  return found[0] as Resource & Record<string, unknown>;
}

export const asgIn = (stack: Stack) => only(stack, 'AWS::AutoScaling::AutoScalingGroup');

export const asgOf = (options?: Options) => asgIn(group(options).stack);

export const templateDataIn = (stack: Stack) =>
  only(stack, 'AWS::EC2::LaunchTemplate').Properties.LaunchTemplateData as Record<string, unknown>;

export const templateDataOf = (options?: Options) => templateDataIn(group(options).stack);

/** The user data with what CloudFormation fills in as <Resource.Attribute>. */
export const userDataIn = (stack: Stack) => userDataText(templateDataIn(stack).UserData);

export const userDataOf = (options?: Options) => userDataIn(group(options).stack);

/** Codes and paths of what is wrong with a node group. */
export const problems = (options: Options) => problemsOf(() => group(options));
