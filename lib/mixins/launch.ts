import { CfnResource, Stack } from 'aws-cdk-lib';
import type * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { IConstruct } from 'constructs';
import { launchTemplateData } from './launch-template';

/** What launch templates and launch configurations call the same. */
export type LaunchProperty = 'userData' | 'blockDeviceMappings' | 'metadataOptions' | 'imageId' | 'instanceType';

/** A launch template or launch configuration: how instances are launched. */
export class Launch {
  /** Undefined for other constructs. */
  public static of(construct: IConstruct): Launch | undefined {
    return ec2.CfnLaunchTemplate.isCfnLaunchTemplate(construct) || isLaunchConfiguration(construct)
      ? new Launch(construct)
      : undefined;
  }

  private constructor(public readonly resource: ec2.CfnLaunchTemplate | autoscaling.CfnLaunchConfiguration) {}

  /** Whether it is a launch configuration, which can do less. */
  public get isConfiguration(): boolean {
    return isLaunchConfiguration(this.resource);
  }

  /** Where issues find a property. */
  public pathOf(property: LaunchProperty): string {
    return this.isConfiguration ? property : `launchTemplateData.${property}`;
  }

  /** A property as it was given. */
  public get(property: LaunchProperty): unknown {
    return ec2.CfnLaunchTemplate.isCfnLaunchTemplate(this.resource)
      ? launchTemplateData(this.resource)[property]
      : this.resource[property];
  }

  /** A property with all filled in that is known in the app. */
  public resolved(property: LaunchProperty): unknown {
    return this.resolve(this.get(property));
  }

  public resolve(value: unknown): unknown {
    return Stack.of(this.resource).resolve(value);
  }

  public set(property: LaunchProperty, value: unknown): void {
    const { resource } = this;
    if (ec2.CfnLaunchTemplate.isCfnLaunchTemplate(resource)) {
      resource.launchTemplateData = { ...launchTemplateData(resource), [property]: value };
    } else {
      Object.assign(resource, { [property]: value });
    }
  }
}

/** By its type, so that those without Auto Scaling groups need not load them. */
function isLaunchConfiguration(construct: IConstruct): construct is autoscaling.CfnLaunchConfiguration {
  return isOfType<autoscaling.CfnLaunchConfiguration>(construct, 'AWS::AutoScaling::LaunchConfiguration');
}

/** Whether a construct is a resource of a type. */
export function isOfType<T extends CfnResource>(construct: IConstruct, type: string): construct is T {
  return CfnResource.isCfnResource(construct) && construct.cfnResourceType === type;
}
