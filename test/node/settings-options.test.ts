import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import {
  BottlerocketManagedNodegroup,
  BottlerocketSelfManagedNodegroup,
  BottlerocketSettingsOptions,
  BottlerocketUserData,
  mixins,
  NodePreset,
} from '../../lib';
import { cfnCluster } from '../helpers/clusters';
import { capacityProvider } from '../helpers/ecs-capacity';
import { specOf } from '../helpers/karpenter';
import { types } from '../helpers/self-managed';
import { parseToml } from '../helpers/toml';
import { userDataText } from '../helpers/user-data';

/** Each of the four would be missed: the credentials are refused unless they are allowed. */
const OPTIONS: BottlerocketSettingsOptions = {
  settings: {
    motd: 'from settings',
    containerRegistry: { credentials: [{ registry: 'docker.io', username: 'reader', password: 'public' }] },
  },
  presets: [NodePreset.of('clock', { motd: 'from a preset', ntp: { timeServers: ['169.254.169.123'] } })],
  additionalSettings: { 'brand-new': { on: true } },
  allowRegistryCredentials: true,
};

function userDataIn(stack: Stack): string {
  const [template] = Object.values(Template.fromStack(stack).findResources('AWS::EC2::LaunchTemplate'));
  const { Properties } = template as { Properties: { LaunchTemplateData: { UserData: unknown } } };
  return userDataText(Properties.LaunchTemplateData.UserData);
}

const instanceTypes = types('m7i.large');

test.each<[name: string, userData: (options: BottlerocketSettingsOptions) => string]>([
  ['user data', (options) => new BottlerocketUserData(options).render()],
  [
    'a managed node group',
    (options) => {
      const { stack, ...cluster } = cfnCluster();
      new BottlerocketManagedNodegroup(stack, 'Nodes', { ...cluster, instanceTypes, ...options });
      return userDataIn(stack);
    },
  ],
  [
    'a self-managed node group',
    (options) => {
      const { stack, ...cluster } = cfnCluster();
      new BottlerocketSelfManagedNodegroup(stack, 'Nodes', { ...cluster, instanceTypes, ...options });
      return userDataIn(stack);
    },
  ],
  ['a node class of Karpenter', (options) => specOf(options).userData as string],
  ['a capacity provider', (options) => userDataIn(capacityProvider(options).stack)],
  [
    'the mixin for nodes that are there',
    (options) => {
      const stack = new Stack();
      const template = new ec2.CfnLaunchTemplate(stack, 'Template', { launchTemplateData: {} });
      template.with(new mixins.BottlerocketNodeSettings(options));
      return userDataIn(stack);
    },
  ],
])('settings, presets, additional settings and credentials are taken alike by %s', (_, userData) => {
  expect(parseToml(userData(OPTIONS))).toMatchObject({
    settings: {
      motd: 'from settings',
      ntp: { 'time-servers': ['169.254.169.123'] },
      'container-registry': { credentials: [{ registry: 'docker.io', username: 'reader', password: 'public' }] },
      'brand-new': { on: true },
    },
  });
  expect(() => userData({ ...OPTIONS, allowRegistryCredentials: undefined })).toThrow(
    'pass allowRegistryCredentials: true',
  );
});
