import {
  CfnDynamicReference,
  CfnElement,
  CfnParameter,
  DefaultTokenResolver,
  IPostProcessor,
  IResolvable,
  IResolveContext,
  Reference,
  SecretValue,
  Stack,
  StringConcat,
  Token,
  Tokenization,
} from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { secretInText } from './secret-text';

const NO_ECHO = 'a parameter with NoEcho';

/** What secret a token stands for, in words; undefined when it stands for none. */
export function secretInToken(token: IResolvable): string | undefined {
  if (SecretValue.isSecretValue(token)) {
    return 'a SecretValue';
  }
  if (token instanceof CfnDynamicReference) {
    // Its text needs no context to be known.
    return secretInText(String(token.resolve({} as never)));
  }
  return Reference.isReference(token) && isSecretParameter(token.target) ? NO_ECHO : undefined;
}

/**
 * What secret is anywhere in what a value stands for: in what is joined or encoded, behind other tokens, or named by the
 * text of a function of CloudFormation.
 */
export function secretBehind(value: unknown, scope: IConstruct): string | undefined {
  if (!Token.isUnresolved(value)) {
    return undefined;
  }
  const finder = new SecretFinder();
  try {
    Tokenization.resolve(value, { scope, resolver: finder, preparing: false });
  } catch {
    // What does not resolve makes synthesis fail later, with an error that says more.
  }
  return finder.found ?? secretInText(finder.text) ?? secretParameterIn(finder.text, scope);
}

class SecretFinder extends DefaultTokenResolver {
  public found: string | undefined;
  /** What all tokens stand for, as JSON. */
  public text = '';

  public constructor() {
    super(new StringConcat());
  }

  public override resolveToken(token: IResolvable, context: IResolveContext, postProcessor: IPostProcessor): unknown {
    this.found ??= secretInToken(token);
    const resolved: unknown = super.resolveToken(token, context, postProcessor);
    this.text += `${JSON.stringify(resolved) ?? ''}\n`;
    return resolved;
  }
}

/** Fn.sub and Fn.ref only know the name of what they refer to. */
function secretParameterIn(text: string, scope: IConstruct): string | undefined {
  const names = new Set<string>();
  for (const [, inText, inRef] of text.matchAll(/\$\{([A-Za-z0-9]+)\}|"Ref":"([A-Za-z0-9]+)"/g)) {
    names.add(inText ?? inRef!);
  }
  if (names.size === 0) {
    return undefined;
  }
  const stack = Stack.of(scope);
  const isNamed = (construct: IConstruct) =>
    isSecretParameter(construct) &&
    Stack.of(construct) === stack &&
    names.has(stack.resolve((construct as CfnElement).logicalId) as string);
  return stack.node.findAll().some(isNamed) ? NO_ECHO : undefined;
}

function isSecretParameter(construct: IConstruct): boolean {
  return CfnElement.isCfnElement(construct) && (construct as Partial<CfnParameter>).noEcho === true;
}
