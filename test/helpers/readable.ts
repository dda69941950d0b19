import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';

/** A template with functions of CloudFormation as text, so that policies can be compared line by line. */
export function readable(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(readable);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const [name = ''] = Object.keys(value);
  const argument = (value as Record<string, unknown>)[name];
  if (name === 'Ref') {
    return `<${argument as string}>`;
  }
  if (name === 'Fn::GetAtt') {
    return `<${(argument as string[]).join('.')}>`;
  }
  if (name === 'Fn::ImportValue') {
    return `<import ${String(readable(argument))}>`;
  }
  if (name === 'Fn::Join') {
    const [separator, parts] = argument as [string, unknown[]];
    return parts.map(readable).join(separator);
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, readable(inner)]));
}

/** The properties of all resources of a type, by logical id. */
export function resourcesOf(stack: Stack, type: string): Record<string, Record<string, unknown>> {
  const found = Template.fromStack(stack).findResources(type) as Record<string, { Properties?: object }>;
  return Object.fromEntries(
    Object.entries(found).map(([id, { Properties }]) => [id, readable(Properties ?? {}) as Record<string, unknown>]),
  );
}

/** The properties of the only resource of a type. */
export function onlyResource(stack: Stack, type: string): Record<string, unknown> {
  const found = Object.values(resourcesOf(stack, type));
  expect(found).toHaveLength(1);
  return found[0]!;
}

/** The statements of the policy whose logical id begins like this. */
export function statementsOf(stack: Stack, policy: string): Record<string, unknown>[] {
  const found = Object.entries(resourcesOf(stack, 'AWS::IAM::Policy')).filter(([id]) => id.startsWith(policy));
  expect(found.map(([id]) => id)).toHaveLength(1);
  return (found[0]![1].PolicyDocument as { Statement: Record<string, unknown>[] }).Statement;
}
