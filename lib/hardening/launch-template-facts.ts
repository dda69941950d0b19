import { Stack, Token } from 'aws-cdk-lib';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import { launchFacts } from './controls/launch-facts';
import type { NodeFacts } from './controls/report-of';

type Data = ec2.CfnLaunchTemplate.LaunchTemplateDataProperty;

/** What a launch template says of the security of its instances. What is only known at deployment is left out. */
export function launchTemplateFacts(template: ec2.CfnLaunchTemplate): NodeFacts {
  const data = template.launchTemplateData as Data;
  if (Token.isUnresolved(data)) {
    return {};
  }
  const resolve = <T>(value: T): T => Stack.of(template).resolve(value) as T;
  const metadata = resolve(data.metadataOptions) as ec2.CfnLaunchTemplate.MetadataOptionsProperty | undefined;
  const mappings = resolve(data.blockDeviceMappings) as ec2.CfnLaunchTemplate.BlockDeviceMappingProperty[] | undefined;
  return launchFacts({
    httpEndpoint: metadata?.httpEndpoint,
    httpTokens: metadata?.httpTokens,
    hopLimit: metadata?.httpPutResponseHopLimit,
    volumes: Array.isArray(mappings)
      ? mappings.flatMap(({ deviceName, ebs }) =>
          ebs === undefined ? [] : [{ deviceName, encrypted: (ebs as ec2.CfnLaunchTemplate.EbsProperty).encrypted }],
        )
      : undefined,
  });
}
