import { CfnDynamicReference, CfnParameter, IResolvable, Reference, SecretValue } from 'aws-cdk-lib';
import { secretInText } from './secret-text';

/** What secret a token stands for, in words; undefined when it stands for none. */
export function secretInToken(token: IResolvable): string | undefined {
  if (SecretValue.isSecretValue(token)) {
    return 'a SecretValue';
  }
  if (token instanceof CfnDynamicReference) {
    // Its text needs no context to be known.
    return secretInText(String(token.resolve({} as never)));
  }
  if (Reference.isReference(token) && CfnParameter.isCfnElement(token.target)) {
    const parameter = token.target as Partial<CfnParameter>;
    return parameter.noEcho === true ? 'a parameter with NoEcho' : undefined;
  }
  return undefined;
}
