/** What emulator/read_back.py reads of one stack. */
export interface StackFacts {
  readonly resources: readonly ResourceFacts[];
  readonly launchTemplates: readonly LaunchTemplateVersion[];
  readonly nodegroups: readonly NodegroupFacts[];
  readonly groups: readonly GroupFacts[];
  readonly roles: readonly RoleFacts[];
  readonly instanceProfiles: readonly { readonly name: string; readonly arn: string; readonly roles: string[] }[];
  readonly schedules: readonly ScheduleFacts[];
  readonly taskDefinitions: readonly TaskDefinitionFacts[];
  readonly capacityProviders: readonly CapacityProviderFacts[];
  readonly ecsClusters: readonly EcsClusterFacts[];
  /** By id. */
  readonly images: Readonly<Record<string, { readonly name: string; readonly architecture: string }>>;
  /** What instance types can run, by type. */
  readonly architectures: Readonly<Record<string, readonly string[]>>;
}

export interface ResourceFacts {
  readonly type: string;
  readonly logicalId: string;
  readonly physicalId: string | null;
}

/** User data, and what Python's own parser of TOML makes of it. */
export interface UserDataDocument {
  readonly text: string;
  readonly values?: object;
  readonly error?: string;
}

export interface LaunchTemplateVersion {
  readonly id: string;
  readonly version: number;
  readonly imageId: string | null;
  readonly instanceType: string | null;
  readonly instanceProfile: string | null;
  readonly httpTokens: string | null;
  readonly volumes: readonly { readonly device: string; readonly encrypted: boolean }[];
  readonly document: UserDataDocument | null;
}

export interface NodegroupFacts {
  readonly nodegroupName: string;
  readonly amiType?: string;
  readonly releaseVersion?: string;
  readonly clusterVersion: string;
  readonly instanceTypes?: readonly string[];
  readonly nodeRole: string;
  readonly launchTemplate?: { readonly id: string; readonly version: string };
}

export interface LaunchTemplateReference {
  readonly LaunchTemplateId: string;
  readonly Version: string;
}

export interface GroupFacts {
  readonly AutoScalingGroupName: string;
  readonly AutoScalingGroupARN: string;
  readonly DesiredCapacity: number;
  readonly LaunchTemplate?: LaunchTemplateReference;
  readonly MixedInstancesPolicy?: {
    readonly LaunchTemplate?: {
      readonly LaunchTemplateSpecification: LaunchTemplateReference;
      readonly Overrides?: readonly { readonly InstanceType?: string }[];
    };
  };
  readonly Instances: readonly InstanceFacts[];
}

export interface InstanceFacts {
  readonly id: string;
  readonly imageId: string;
  readonly document: UserDataDocument | null;
}

export interface RoleFacts {
  readonly name: string;
  readonly arn: string;
  readonly trust: {
    readonly Statement: readonly { readonly Principal?: Readonly<Record<string, string | string[]>> }[];
  };
  readonly attached: readonly string[];
  readonly inline: readonly object[];
}

export interface ScheduleFacts {
  readonly Name: string;
  readonly ScheduleExpression: string;
  readonly Target: {
    readonly Arn: string;
    readonly RoleArn: string;
    readonly EcsParameters?: { readonly TaskDefinitionArn: string };
  };
}

export interface TaskDefinitionFacts {
  readonly taskDefinitionArn: string;
  readonly taskRoleArn?: string;
  readonly executionRoleArn?: string;
  readonly containerDefinitions: readonly { readonly name: string; readonly image: string }[];
}

export interface CapacityProviderFacts {
  readonly name: string;
  readonly autoScalingGroupProvider: { readonly autoScalingGroupArn: string };
}

export interface EcsClusterFacts {
  readonly clusterName: string;
  readonly capacityProviders?: readonly string[];
}

/** Names of what is there, by kind. */
export type AccountFacts = Readonly<Record<string, readonly string[]>>;
