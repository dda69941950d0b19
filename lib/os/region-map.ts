import { Aws, CfnMapping, Stack, Token } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { IMAGES_MAPPING } from './image-parameters';

/** What the mappings that were made hold, so that constructs can share them. */
const CONTENT = new WeakMap<CfnMapping, string>();

/** The region of a construct; undefined when it is only known at deployment. */
export function regionOf(scope: Construct): string | undefined {
  const { region } = Stack.of(scope);
  return Token.isUnresolved(region) ? undefined : region;
}

/** One of several image ids, chosen by the region at deployment. */
export function imageIdByRegion(scope: Construct, name: string, imageIds: Readonly<Record<string, string>>): string {
  return mappingFor(Stack.of(scope), name, imageIds).findInMap(Aws.REGION, 'imageId');
}

/** Constructs with the same image ids share one mapping. */
function mappingFor(stack: Stack, name: string, imageIds: Readonly<Record<string, string>>): CfnMapping {
  const regions = Object.keys(imageIds).sort();
  const mapping = Object.fromEntries(regions.map((region) => [region, { imageId: imageIds[region] }]));
  const content = JSON.stringify(mapping);
  for (let count = 1; ; count++) {
    const id = `${IMAGES_MAPPING}${name}${count === 1 ? '' : `-${count}`}`;
    const found = stack.node.tryFindChild(id);
    if (found === undefined) {
      const made = new CfnMapping(stack, id, { mapping });
      CONTENT.set(made, content);
      return made;
    }
    if (CONTENT.get(found as CfnMapping) === content) {
      return found as CfnMapping;
    }
  }
}
