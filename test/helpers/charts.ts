import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';

/** A chart in a template. */
export interface InstalledChart {
  readonly id: string;
  readonly properties: Readonly<Record<string, unknown>>;
  /** Values as Helm would read them; what CloudFormation puts in stands there as JSON. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly dependsOn: readonly string[];
}

interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DependsOn?: readonly string[];
}

/** The charts in the template of a stack, by their names. */
export function chartsOf(stack: Stack): Record<string, InstalledChart> {
  const found: [string, InstalledChart][] = resourcesOf(stack, 'Custom::AWSCDK-EKS-HelmChart').map(([id, resource]) => {
    const { Properties: properties, DependsOn: dependsOn = [] } = resource;
    const values = JSON.parse(textOf(properties.Values)) as Record<string, unknown>;
    return [String(properties.Chart), { id, properties, values, dependsOn }];
  });
  return Object.fromEntries(found);
}

/** The manifests in the template of a stack. */
export function manifestsOf(stack: Stack): { readonly id: string; readonly manifest: unknown }[] {
  return resourcesOf(stack, 'Custom::AWSCDK-EKS-KubernetesResource').map(([id, { Properties }]) => ({
    id,
    manifest: JSON.parse(textOf(Properties.Manifest)) as unknown,
  }));
}

function resourcesOf(stack: Stack, type: string): [string, Resource][] {
  return Object.entries(Template.fromStack(stack).findResources(type) as Record<string, Resource>);
}

function textOf(value: unknown): string {
  const parts = (value as { readonly 'Fn::Join'?: [string, unknown[]] })?.['Fn::Join'];
  return parts === undefined
    ? String(value)
    : parts[1]
        .map((part) => (typeof part === 'string' ? part : JSON.stringify(JSON.stringify(part)).slice(1, -1)))
        .join('');
}
