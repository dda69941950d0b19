import type { TemplateNode } from '../../template';
import type { AssemblyTemplate } from '../../validation/assembly';

/** A node as JSON, as far as all commands say the same of it. */
export function nodeData({ file, stack }: AssemblyTemplate, node: TemplateNode): Record<string, unknown> {
  const { path, logicalId, objectName, kind, image, amiType, instanceTypes } = node;
  return {
    stack,
    template: file,
    path,
    logicalId,
    object: objectName ?? null,
    kind,
    variant: image.variant ?? null,
    architecture: image.architecture ?? null,
    osVersion: image.osVersion ?? null,
    amiType: amiType ?? null,
    instanceTypes,
  };
}

/** What is known of a node, in a line. */
export function nodeText({ path, objectName, kind, image, instanceTypes }: TemplateNode): string {
  const facts = [kind, image.variant, image.osVersion, image.architecture, instanceTypes.join(' ')];
  const name = objectName === undefined ? path : `${path} ${objectName}`;
  return `${name} (${facts.filter((fact) => fact !== undefined && fact !== '').join(', ')})`;
}
