import { Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** What this library finds, in any of the ways in which the CDK spells ids. */
const OWN = /^(?:annotation::)?cdk-bottlerocket:/i;

/**
 * Writes into the assembly what users acknowledge around the stack of a construct.
 *
 * An assembly has the metadata of stacks and of all that is in them, but not that of apps, stages and constructs around
 * stacks. What reads the assembly would find again what was acknowledged there. An acknowledgement holds for all below,
 * so that it may as well stand on the stack.
 */
export function carryAcknowledgements(scope: IConstruct): void {
  let stack = Stack.of(scope);
  while (stack.nestedStackParent !== undefined) {
    stack = stack.nestedStackParent;
  }
  const known = acknowledgedOn(stack);
  for (const around of stack.node.scopes.slice(0, -1)) {
    for (const [id, reason] of Object.entries(acknowledgedOn(around))) {
      if (OWN.test(id) && !Object.hasOwn(known, id)) {
        Validations.of(stack).acknowledge({ id, reason });
      }
    }
  }
}

/** The ids that are acknowledged on a construct, with the reasons. */
function acknowledgedOn({ node }: IConstruct): Readonly<Record<string, string>> {
  const entries = node.metadata.filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY);
  return Object.assign({}, ...entries.map(({ data }) => data as object)) as Record<string, string>;
}
