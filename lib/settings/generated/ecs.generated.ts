// Generated from schema/ by `npm run generate`. Do not edit.

import type { EcsImagePullBehavior, EcsLogLevel } from './enums.generated';

/**
 * The Amazon ECS agent.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/ecs/
 */
export interface EcsSettings {
  /**
   * Whether tasks may run privileged containers.
   *
   * TOML: `settings.ecs.allow-privileged-containers`.
   *
   * @default false
   */
  readonly allowPrivilegedContainers?: boolean;

  /**
   * Whether tasks in awsvpc network mode are kept from the instance metadata and so from the instance role.
   *
   * TOML: `settings.ecs.awsvpc-block-imds`. Since Bottlerocket 1.19.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly awsvpcBlockImds?: boolean;

  /**
   * The host name of the ECS API endpoint.
   *
   * TOML: `settings.ecs.backend-host`. Since Bottlerocket 1.19.0.
   *
   * Allowed: any text, several lines and the empty text included.
   *
   * @default - nothing is written, the OS decides
   */
  readonly backendHost?: string;

  /**
   * The name or ARN of the cluster that the instance joins.
   *
   * TOML: `settings.ecs.cluster`.
   *
   * Allowed: any text, several lines and the empty text included.
   *
   * @default - the cluster named default
   */
  readonly cluster?: string;

  /**
   * How long a container may take to stop before it is killed.
   *
   * TOML: `settings.ecs.container-stop-timeout`. Since Bottlerocket 1.11.0.
   *
   * Allowed: a duration with its units, largest first, from h, m, s, ms, us and ns, such as 1m30s.
   *
   * @default - 30s
   */
  readonly containerStopTimeout?: string;

  /**
   * Whether each container finds a file with facts about itself and its task.
   *
   * TOML: `settings.ecs.enable-container-metadata`. Since Bottlerocket 1.19.2.
   *
   * @default false
   */
  readonly enableContainerMetadata?: boolean;

  /**
   * Whether the agent drains the instance when EC2 gives notice that the Spot instance will be interrupted.
   *
   * TOML: `settings.ecs.enable-spot-instance-draining`. Since Bottlerocket 1.0.2.
   *
   * @default false
   */
  readonly enableSpotInstanceDraining?: boolean;

  /**
   * How old an unused image must be before it is removed. Needs `image-cleanup-enabled`.
   *
   * TOML: `settings.ecs.image-cleanup-age`. Since Bottlerocket 1.14.2.
   *
   * Allowed: a duration with its units, largest first, from h, m, s, ms, us and ns, such as 1m30s.
   *
   * @default - nothing is written, the OS decides
   */
  readonly imageCleanupAge?: string;

  /**
   * How many images are removed in one round. Needs `image-cleanup-enabled`.
   *
   * TOML: `settings.ecs.image-cleanup-delete-per-cycle`. Since Bottlerocket 1.14.2.
   *
   * Allowed: a whole number of at most 64 bits.
   *
   * @default - nothing is written, the OS decides
   */
  readonly imageCleanupDeletePerCycle?: number;

  /**
   * Whether unused images are removed.
   *
   * TOML: `settings.ecs.image-cleanup-enabled`. Since Bottlerocket 1.14.2.
   *
   * @default true
   */
  readonly imageCleanupEnabled?: boolean;

  /**
   * The time between two rounds of image removal. Needs `image-cleanup-enabled`.
   *
   * TOML: `settings.ecs.image-cleanup-wait`. Since Bottlerocket 1.14.2.
   *
   * Allowed: a duration with its units, largest first, from h, m, s, ms, us and ns, such as 1m30s.
   *
   * @default - nothing is written, the OS decides
   */
  readonly imageCleanupWait?: string;

  /**
   * When images are pulled, and when a cached one is used.
   *
   * TOML: `settings.ecs.image-pull-behavior`. Since Bottlerocket 1.8.0.
   *
   * @default - default
   */
  readonly imagePullBehavior?: EcsImagePullBehavior;

  /**
   * Custom attributes of the container instance, for placement constraints.
   *
   * TOML: `settings.ecs.instance-attributes`.
   *
   * Allowed keys: 1 to 128 letters, digits, dots, underscores, slashes and hyphens. Allowed values: 1 to 128 letters,
   * digits, dots, underscores, slashes, backslashes, colons, hyphens, @ and inner spaces.
   *
   * @default - nothing is written, the OS decides
   */
  readonly instanceAttributes?: { [key: string]: string };

  /**
   * The log drivers that tasks may use. The list replaces the default one.
   *
   * TOML: `settings.ecs.logging-drivers[]`.
   *
   * Allowed for each: text on one line, without control characters (a trailing newline counts as one).
   *
   * @default - json-file, awslogs, none
   */
  readonly loggingDrivers?: string[];

  /**
   * How much the agent logs.
   *
   * TOML: `settings.ecs.loglevel`.
   *
   * @default - info
   */
  readonly loglevel?: EcsLogLevel;

  /**
   * The burst of requests that the task metadata endpoint takes.
   *
   * TOML: `settings.ecs.metadata-service-burst`. Since Bottlerocket 1.11.0.
   *
   * Allowed: a whole number of at most 64 bits.
   *
   * @default - nothing is written, the OS decides
   */
  readonly metadataServiceBurst?: number;

  /**
   * The requests in a second that the task metadata endpoint takes.
   *
   * TOML: `settings.ecs.metadata-service-rps`. Since Bottlerocket 1.11.0.
   *
   * Allowed: a whole number of at most 64 bits.
   *
   * @default - nothing is written, the OS decides
   */
  readonly metadataServiceRps?: number;

  /**
   * Memory in MiB that is kept from tasks for the OS.
   *
   * TOML: `settings.ecs.reserved-memory`. Since Bottlerocket 1.11.0.
   *
   * Allowed: a whole number from 0 to 65535.
   *
   * @default - nothing is written, the OS decides
   */
  readonly reservedMemory?: number;

  /**
   * How long a stopped task is kept before its containers are removed.
   *
   * TOML: `settings.ecs.task-cleanup-wait`. Since Bottlerocket 1.11.0.
   *
   * Allowed: a duration with its units, largest first, from h, m, s, ms, us and ns, such as 1m30s.
   *
   * @default - the default of the agent, three hours
   */
  readonly taskCleanupWait?: string;
}
