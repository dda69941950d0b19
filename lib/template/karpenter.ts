import { asList, asObject, CloudFormationTemplate, JsonObject, TemplateResource } from './cloudformation-template';
import { ofNodeClass } from './launch-data';
import { imageOfAlias, TemplateImage } from './node-image';
import { plainUserData } from './node-user-data';
import { NodeKind, TemplateNode } from './template-node';
import { Placeholder, TemplateText, textOf } from './template-text';

/** The custom resources that apply manifests: those of aws-cdk-lib. */
const MANIFESTS = ['Custom::AWSCDK-EKS-KubernetesResource'];

/** The node classes of Karpenter for Bottlerocket among the Kubernetes manifests of a template. */
export function nodeClasses(template: CloudFormationTemplate): TemplateNode[] {
  return template.ofType(...MANIFESTS).flatMap((resource) => {
    const text = textOf(resource.properties.Manifest, template);
    return text === undefined
      ? []
      : objectsIn(text)
          .filter(isNodeClass)
          .flatMap((manifest) => nodeClass(resource, manifest, text.placeholders));
  });
}

/** Whether a Kubernetes object is a node class of Karpenter. */
export function isNodeClass({ kind, apiVersion }: JsonObject): boolean {
  return kind === 'EC2NodeClass' && /^karpenter\.k8s\.aws\//.test(String(apiVersion));
}

function nodeClass(
  resource: TemplateResource,
  manifest: JsonObject,
  placeholders: readonly Placeholder[],
): TemplateNode[] {
  const spec = asObject(manifest.spec) ?? {};
  const image = imageOf(spec);
  const { name } = asObject(manifest.metadata) ?? {};
  const launch = ofNodeClass(resource, spec);
  const { userData } = launch;
  return image.isBottlerocket !== true
    ? []
    : [
        {
          kind: NodeKind.NODE_CLASS,
          path: resource.path,
          logicalId: resource.logicalId,
          objectName: typeof name === 'string' ? name : undefined,
          resource,
          image,
          orchestrator: 'kubernetes',
          instanceTypes: [],
          launch,
          userData: typeof userData === 'string' ? plainUserData(withPlaceholders(userData, placeholders)) : undefined,
        },
      ];
}

function imageOf(spec: JsonObject): TemplateImage {
  const aliases = asList(spec.amiSelectorTerms).map((term) => asObject(term)?.alias);
  const alias = aliases.find((one) => typeof one === 'string');
  const ofAlias = alias === undefined ? {} : imageOfAlias(alias);
  return spec.amiFamily === undefined ? ofAlias : { ...ofAlias, isBottlerocket: spec.amiFamily === 'Bottlerocket' };
}

/** The objects of a manifest in JSON. Placeholders that stand for other than text are put into quotes. */
export function objectsIn({ parts }: TemplateText): readonly JsonObject[] {
  let json = '';
  for (const part of parts) {
    json += typeof part === 'string' ? part : isInString(json) ? part.text : JSON.stringify(part.text);
  }
  try {
    const parsed: unknown = JSON.parse(json);
    return (Array.isArray(parsed) ? (parsed as unknown[]) : [parsed]).map(asObject).filter((one) => one !== undefined);
  } catch {
    return [];
  }
}

/** Whether JSON ends within a text. */
function isInString(json: string): boolean {
  return [...json.replace(/\\./gs, '').matchAll(/"/g)].length % 2 === 1;
}

/** A text of a manifest, with its placeholders told from what is written there. */
function withPlaceholders(text: string, placeholders: readonly Placeholder[]): TemplateText {
  let parts: (string | Placeholder)[] = [text];
  for (const placeholder of placeholders) {
    parts = parts.flatMap((part) =>
      typeof part !== 'string'
        ? [part]
        : part.split(placeholder.text).flatMap((piece, index) => [...(index === 0 ? [] : [placeholder]), piece]),
    );
  }
  return new TemplateText(parts.filter((part) => part !== ''));
}
