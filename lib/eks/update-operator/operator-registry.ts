import { Stack, Stage, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { BottlerocketIssue, IssueCode } from '../../settings';
import { issue } from '../../settings/report';
import { isSameCluster } from '../cluster-identity';

interface Known {
  readonly operator: IConstruct;
  readonly clusterName: string;
}

/** The operators of each app, or of each stage of it: stages may be copies of each other for different accounts. */
const OPERATORS = new WeakMap<IConstruct, Known[]>();

/** Whether the cluster of an operator has another one already. */
export function checkOnlyOperator(operator: IConstruct, clusterName: string): BottlerocketIssue[] {
  const other = known(operator).find(
    (one) =>
      isSameCluster(one.clusterName, clusterName) === true &&
      // A name that is written out is one in an account and a region.
      (Token.isUnresolved(clusterName) || Stack.of(one.operator).environment === Stack.of(operator).environment),
  );
  return other === undefined
    ? []
    : [
        issue(IssueCode.SECOND_UPDATE_OPERATOR, {
          path: 'cluster',
          message: `The operator of this cluster is ${other.operator.node.path}.`,
        }),
      ];
}

/** Takes note of the operator of a cluster. */
export function noteOperator(operator: IConstruct, clusterName: string): void {
  known(operator).push({ operator, clusterName });
}

function known(operator: IConstruct): Known[] {
  const stage = Stage.of(operator) ?? operator.node.root;
  const operators = OPERATORS.get(stage) ?? [];
  OPERATORS.set(stage, operators);
  return operators;
}
