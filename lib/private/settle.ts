import { IResolvable, Stack, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { CDK_TOKENS } from './cdk-tokens';

/**
 * A value with everything filled in that is known at synthesis: what lazy values have become by then, and the literal
 * parts of text that is put together. What is left are tokens that only CloudFormation can fill in; undefined when
 * nothing is left at all. Call it once references are prepared, or those to other stacks are lost.
 */
export function settle(value: unknown, scope: IConstruct): unknown {
  if (!CDK_TOKENS.isToken(value)) {
    return Array.isArray(value) ? value.map((item) => settle(item, scope)) : value;
  }
  if (typeof value === 'string') {
    return settleText(value, scope);
  }
  if (Array.isArray(value) && !Token.isUnresolved(value)) {
    return value.map((item) => settle(item, scope));
  }
  const resolved: unknown = Stack.of(scope).resolve(value);
  if (Array.isArray(resolved)) {
    return resolved.map(asValue);
  }
  return isIntrinsic(resolved) || CDK_TOKENS.isToken(resolved) ? value : resolved;
}

function settleText(text: string, scope: IConstruct): string | undefined {
  const stack = Stack.of(scope);
  const parts = CDK_TOKENS.split(text).map(({ text: part, token }) => {
    const resolved: unknown = token ? stack.resolve(part) : part;
    // A dynamic reference is text for the CDK, but CloudFormation puts something else in its place.
    return token && CDK_TOKENS.isToken(resolved) ? part : resolved;
  });
  const given = parts.filter((part) => part !== undefined);
  return given.length === 0 ? undefined : given.flatMap(flatten).map(asText).join('');
}

/** The parts of what CloudFormation would join, so that those that are known can be told from the others. */
function flatten(resolved: unknown): unknown[] {
  const join = isIntrinsic(resolved) ? (resolved as { readonly ['Fn::Join']?: unknown })['Fn::Join'] : undefined;
  if (!Array.isArray(join) || typeof join[0] !== 'string' || !Array.isArray(join[1])) {
    return [resolved];
  }
  const [delimiter, items] = join as [string, unknown[]];
  return items.flatMap((item, index) => (index === 0 ? flatten(item) : [delimiter, ...flatten(item)]));
}

function asText(part: unknown): string {
  return isIntrinsic(part) ? Token.asString(part) : String(part);
}

function asValue(item: unknown): unknown {
  return isIntrinsic(item) ? flatten(item).map(asText).join('') : item;
}

/** Whether a resolved value is a function of CloudFormation. */
function isIntrinsic(value: unknown): value is IResolvable {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
