import { CfnResource, Stack } from 'aws-cdk-lib';

/**
 * The properties of a resource as its template will have them, with all overrides. undefined when this version of
 * aws-cdk-lib does not say: the method is not part of its public API.
 */
export function renderedProperties(resource: CfnResource): Readonly<Record<string, unknown>> | undefined {
  const { _toCloudFormation: render } = resource as { readonly _toCloudFormation?: () => unknown };
  const stack = Stack.of(resource);
  const { Resources = {} } = (stack.resolve(render?.call(resource) ?? {}) ?? {}) as {
    readonly Resources?: Readonly<Record<string, { readonly Properties?: Readonly<Record<string, unknown>> }>>;
  };
  return Resources[stack.resolve(resource.logicalId) as string]?.Properties;
}
