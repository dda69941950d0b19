/**
 * Synthesises an app with the plugin in a process of its own, as the command line of the CDK runs it.
 *
 * Usage: tsx synthesise-with-plugin.ts <user data> [acknowledge]
 */
import { App, Stack, Validations } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { BottlerocketValidationPlugin } from '../../lib';

const [, , text, acknowledge] = process.argv;
const app = new App();
Validations.of(app).addPlugins(new BottlerocketValidationPlugin());
const stack = new Stack(app, 'Stack');
const template = new ec2.LaunchTemplate(stack, 'Nodes', {
  userData: ec2.UserData.custom(text!),
  requireImdsv2: true,
  blockDevices: [{ deviceName: '/dev/xvdb', volume: ec2.BlockDeviceVolume.ebs(20, { encrypted: true }) }],
});
if (acknowledge !== undefined) {
  Validations.of(template).acknowledge({ id: acknowledge, reason: 'a test' });
}
