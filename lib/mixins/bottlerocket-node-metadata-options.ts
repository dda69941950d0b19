import { Mixin, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { MetadataOptions } from '../node';
import { checkMetadataOptions, renderMetadataOptions } from '../node/metadata-options';
import { IssueCode } from '../settings';
import { issue, throwOnErrors } from '../settings/report';
import { asObject } from '../template';
import { NodeApplication } from './apply-to-nodes';
import { launchesNodes } from './launches-of';

/**
 * Makes nodes that are in an app already require sessions for the instance metadata (IMDSv2), with a hop limit: those of a
 * launch template, launch configuration, Auto Scaling group, capacity provider of Amazon ECS, or managed node group.
 *
 * Merges: sessions are required whatever was there. A hop limit that is there stays unless another one is given, and so do all
 * other options.
 *
 * A managed node group without a launch template gets one, see `BottlerocketNodeSettings`. Without one, it has a hop limit of
 * 2; pods that use the role of the node need that.
 */
export class BottlerocketNodeMetadataOptions extends Mixin {
  private readonly application: NodeApplication;

  /**
   * @param options the options
   */
  public constructor(options: MetadataOptions = {}) {
    super();
    this.application = new NodeApplication((launch, found) => {
      const given = launch.get('metadataOptions');
      // References to other stacks must stay tokens, so that what is given is kept and not what becomes of it.
      const present = launch.resolve(given) === undefined ? {} : asObject(given);
      const isKnown = present !== undefined && !Token.isUnresolved(present);
      const unknown = issue(IssueCode.LAUNCH_TEMPLATE_CONFLICT, {
        path: launch.pathOf('metadataOptions'),
        message: 'The metadata options are only known at deployment.',
      });
      throwOnErrors(
        [...found, ...checkMetadataOptions(options, 'hopLimit'), ...(isKnown ? [] : [unknown])],
        launch.resource,
      );
      const { httpTokens, httpPutResponseHopLimit, ...others } = renderMetadataOptions(options);
      launch.set('metadataOptions', {
        ...others,
        httpPutResponseHopLimit,
        ...present,
        ...(options.hopLimit === undefined ? {} : { httpPutResponseHopLimit }),
        httpTokens,
      });
    });
  }

  /**
   * Whether the construct is the resource of a launch template, launch configuration, Auto Scaling group, capacity provider
   * or managed node group.
   *
   * @param construct any construct
   */
  public override supports(construct: IConstruct): boolean {
    return launchesNodes(construct);
  }

  /**
   * Merges the options into those of the nodes.
   *
   * @param construct what launches nodes; other constructs are left alone
   * @throws when EC2 would not take the options, those that are there are only known at deployment, the nodes run another OS,
   * a node group has what EKS refuses beside a launch template, or the launch template is not one of this app
   */
  public override applyTo(construct: IConstruct): void {
    this.application.applyTo(construct);
  }
}
