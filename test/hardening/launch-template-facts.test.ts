import { CfnParameter, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { launchTemplateFacts } from '../../lib/hardening/launch-template-facts';

const stack = new Stack();
let templates = 0;
const facts = (launchTemplateData: ec2.CfnLaunchTemplate.LaunchTemplateDataProperty) =>
  launchTemplateFacts(new ec2.CfnLaunchTemplate(stack, `Template${templates++}`, { launchTemplateData }));

const volume = (deviceName: string, encrypted?: boolean) => ({ deviceName, ebs: { encrypted } });
const deployed = new CfnParameter(stack, 'Parameter', { type: 'Number' });

describe('instance metadata', () => {
  test.each([
    [{ httpTokens: 'required', httpPutResponseHopLimit: 1 }, true, 1],
    [{ httpTokens: 'optional', httpPutResponseHopLimit: 2 }, false, 2],
    [{ httpEndpoint: 'disabled' }, true, undefined],
    [{ httpTokens: deployed.valueAsString, httpPutResponseHopLimit: deployed.valueAsNumber }, undefined, undefined],
    [undefined, undefined, undefined],
  ])('%j', (metadataOptions, metadataSessionsRequired, metadataHopLimit) => {
    expect(facts({ metadataOptions })).toMatchObject({ metadataSessionsRequired, metadataHopLimit });
  });
});

describe('volumes are encrypted', () => {
  test.each([
    ['when both of the image are', [volume('/dev/xvda', true), volume('/dev/xvdb', true)], true],
    ['not when one is not', [volume('/dev/xvda', true), volume('/dev/xvdb', false)], false],
    [
      'not when a further one is not',
      [volume('/dev/xvda', true), volume('/dev/xvdb', true), volume('/dev/xvdc', false)],
      false,
    ],
    ['perhaps when one is not mapped', [volume('/dev/xvdb', true)], undefined],
    ['perhaps when nothing is said', [volume('/dev/xvda'), volume('/dev/xvdb', true)], undefined],
    [
      'whatever instance store is there',
      [volume('/dev/xvda', true), volume('/dev/xvdb', true), { deviceName: '/dev/xvdc', virtualName: 'ephemeral0' }],
      true,
    ],
    ['perhaps without mappings', undefined, undefined],
  ])('%s', (_, blockDeviceMappings, volumesEncrypted) => {
    expect(facts({ blockDeviceMappings }).volumesEncrypted).toBe(volumesEncrypted);
  });
});
