import { Stack, Token } from 'aws-cdk-lib';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import { DATA_DEVICE, OS_DEVICE } from '../node/volumes';
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
  const volumes = resolve(data.blockDeviceMappings) as ec2.CfnLaunchTemplate.BlockDeviceMappingProperty[] | undefined;
  return {
    metadataSessionsRequired: metadata && sessionsRequired(metadata),
    metadataHopLimit:
      typeof metadata?.httpPutResponseHopLimit === 'number' ? metadata.httpPutResponseHopLimit : undefined,
    volumesEncrypted: Array.isArray(volumes) ? allEncrypted(volumes) : undefined,
  };
}

/** Without the option, the image and the account decide. */
function sessionsRequired({
  httpEndpoint,
  httpTokens,
}: ec2.CfnLaunchTemplate.MetadataOptionsProperty): boolean | undefined {
  if (httpEndpoint === 'disabled') {
    return true;
  }
  return typeof httpTokens === 'string' ? httpTokens === 'required' : undefined;
}

/** A volume of the image that is not mapped is encrypted where the account says so. */
function allEncrypted(mappings: readonly ec2.CfnLaunchTemplate.BlockDeviceMappingProperty[]): boolean | undefined {
  const encrypted = new Map<string | undefined, unknown>();
  for (const { deviceName, ebs } of mappings) {
    if (ebs !== undefined) {
      encrypted.set(deviceName, (ebs as ec2.CfnLaunchTemplate.EbsProperty).encrypted);
    }
  }
  const values = [...new Set([OS_DEVICE, DATA_DEVICE, ...encrypted.keys()])].map((device) => encrypted.get(device));
  if (values.includes(false) || values.includes('false')) {
    return false;
  }
  return values.every((value) => value === true || value === 'true') ? true : undefined;
}
