import { CfnDynamicReference, CfnDynamicReferenceService } from 'aws-cdk-lib';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';
import { CDK_TOKENS } from '../private/cdk-tokens';

/** How the value of a parameter gets into the template. */
export interface ParameterValueOptions {
  /** Looked up when the app is synthesised for the first time, and kept in cdk.context.json. */
  readonly cachedInContext: boolean;
  readonly additionalCacheKey?: string;
  /** Whether the value is an image id, which CloudFormation then checks. */
  readonly isImageId: boolean;
}

/** The value of a parameter of Systems Manager. */
export function parameterValue(scope: Construct, name: string, options: ParameterValueOptions): string {
  const { cachedInContext, additionalCacheKey, isImageId } = options;
  if (cachedInContext) {
    return ssm.StringParameter.valueFromLookup(scope, name, undefined, { additionalCacheKey });
  }
  if (CDK_TOKENS.isToken(name)) {
    // Parameters of a template cannot have names that are only known at deployment.
    return new CfnDynamicReference(CfnDynamicReferenceService.SSM, name).toString();
  }
  return ssm.StringParameter.valueForTypedStringParameterV2(
    scope,
    name,
    isImageId ? ssm.ParameterValueType.AWS_EC2_IMAGE_ID : ssm.ParameterValueType.STRING,
  );
}
