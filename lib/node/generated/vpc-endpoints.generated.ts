// Generated from schema/ by `npm run generate`. Do not edit.

import type { VpcEndpointModel } from '../vpc-endpoints';

/** The VPC endpoints that nodes need in subnets without a route to the internet. */
export const VPC_ENDPOINTS: readonly VpcEndpointModel[] = [
  { service: 'cloudformation', platforms: ['eks', 'ecs'], when: 'signals', purpose: 'signals to CloudFormation' },
  {
    service: 'ec2',
    platforms: ['eks'],
    when: 'always',
    purpose: 'the name of the node, which it asks for while it boots, and the network plugin',
  },
  { service: 'ecr.api', platforms: ['eks', 'ecs'], when: 'always', purpose: 'tokens to pull images' },
  {
    service: 'ecr.dkr',
    platforms: ['eks', 'ecs'],
    when: 'always',
    purpose: 'images, those of the admin and control containers included',
  },
  { service: 'ecs', platforms: ['ecs'], when: 'always', purpose: 'the ECS agent' },
  { service: 'ecs-agent', platforms: ['ecs'], when: 'always', purpose: 'the ECS agent' },
  { service: 'ecs-telemetry', platforms: ['ecs'], when: 'always', purpose: 'the ECS agent' },
  {
    service: 'eks',
    platforms: ['eks'],
    when: 'clusterDnsIp',
    purpose: 'the DNS address of the cluster, which the node asks for when it is not told',
  },
  { service: 'eks-auth', platforms: ['eks'], when: 'podIdentity', purpose: 'EKS Pod Identity' },
  {
    service: 'elasticloadbalancing',
    platforms: ['eks'],
    when: 'loadBalancers',
    purpose: 'the AWS Load Balancer Controller',
  },
  { service: 's3', platforms: ['eks', 'ecs'], when: 'always', purpose: 'the layers of images in Amazon ECR' },
  { service: 'ssm', platforms: ['eks', 'ecs'], when: 'ssmAccess', purpose: 'AWS Systems Manager' },
  {
    service: 'ssmmessages',
    platforms: ['eks', 'ecs'],
    when: 'ssmAccess',
    purpose: 'sessions and commands of AWS Systems Manager',
  },
  { service: 'sts', platforms: ['eks'], when: 'serviceAccounts', purpose: 'IAM roles for service accounts' },
];
