import { CfnResource, Reference, Stack, Tokenization } from 'aws-cdk-lib';
import { referredId } from '../template';

/** The resource of this app that a property of another one refers to; undefined for anything else. */
export function referredResource(value: unknown, from: CfnResource): CfnResource | undefined {
  if (value === undefined) {
    return undefined;
  }
  const token = typeof value === 'string' ? Tokenization.reverseString(value).firstToken : Tokenization.reverse(value);
  if (token !== undefined && Reference.isReference(token) && CfnResource.isCfnResource(token.target)) {
    return token.target;
  }
  // What is behind a lazy value, or was written as a function of CloudFormation.
  const stack = Stack.of(from);
  const id = referredId(stack.resolve(value));
  return id === undefined ? undefined : resourcesOf(stack).find((one) => stack.resolve(one.logicalId) === id);
}

/** The resources of a stack. */
export function resourcesOf(stack: Stack): CfnResource[] {
  return stack.node
    .findAll()
    .filter((one) => CfnResource.isCfnResource(one))
    .filter((one) => one.stack === stack);
}
