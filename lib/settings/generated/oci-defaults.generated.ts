// Generated from schema/ by `npm run generate`. Do not edit.

/**
 * What containers get when nothing else is said. ECS since 1.15.0.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/oci-defaults/
 */
export interface OciDefaultsSettings {
  /**
   * Linux capabilities of containers. Those that are not named are withheld.
   *
   * TOML: `settings.oci-defaults.capabilities`. Since Bottlerocket 1.12.0.
   *
   * @default - audit-write, chown, dac-override, fowner, fsetid, kill, mknod, net-bind-service, net-raw, setgid,
   * setfcap, setpcap, setuid, sys-chroot
   */
  readonly capabilities?: OciCapabilities;

  /**
   * Resource limits of the processes in containers. Before 1.15.0 only `max-open-files`.
   *
   * TOML: `settings.oci-defaults.resource-limits`. Since Bottlerocket 1.12.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly resourceLimits?: OciResourceLimits;
}

/**
 * Resource limits of the processes in containers. Before 1.15.0 only `max-open-files`.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/oci-defaults/
 */
export interface OciResourceLimits {
  /**
   * Size of the address space in bytes (RLIMIT_AS). A hard and a soft limit. Both must be given.
   *
   * TOML: `settings.oci-defaults.resource-limits.<limit>`. Since Bottlerocket 1.15.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly maxAddressSpace?: OciResourceLimit;

  /**
   * Size of a core file in bytes (RLIMIT_CORE). A hard and a soft limit. Both must be given.
   *
   * TOML: `settings.oci-defaults.resource-limits.<limit>`. Since Bottlerocket 1.15.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly maxCoreFileSize?: OciResourceLimit;

  /**
   * CPU time in seconds (RLIMIT_CPU). A hard and a soft limit. Both must be given.
   *
   * TOML: `settings.oci-defaults.resource-limits.<limit>`. Since Bottlerocket 1.15.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly maxCpuTime?: OciResourceLimit;

  /**
   * Size of the data segment in bytes (RLIMIT_DATA). A hard and a soft limit. Both must be given.
   *
   * TOML: `settings.oci-defaults.resource-limits.<limit>`. Since Bottlerocket 1.15.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly maxDataSize?: OciResourceLimit;

  /**
   * Number of file locks (RLIMIT_LOCKS). A hard and a soft limit. Both must be given.
   *
   * TOML: `settings.oci-defaults.resource-limits.<limit>`. Since Bottlerocket 1.15.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly maxFileLocks?: OciResourceLimit;

  /**
   * Size of a written file in bytes (RLIMIT_FSIZE). A hard and a soft limit. Both must be given.
   *
   * TOML: `settings.oci-defaults.resource-limits.<limit>`. Since Bottlerocket 1.15.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly maxFileSize?: OciResourceLimit;

  /**
   * Locked memory in bytes (RLIMIT_MEMLOCK). A hard and a soft limit. Both must be given.
   *
   * TOML: `settings.oci-defaults.resource-limits.<limit>`. Since Bottlerocket 1.15.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly maxLockedMemory?: OciResourceLimit;

  /**
   * Size of POSIX message queues in bytes (RLIMIT_MSGQUEUE). A hard and a soft limit. Both must be given.
   *
   * TOML: `settings.oci-defaults.resource-limits.<limit>`. Since Bottlerocket 1.15.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly maxMsgqueueSize?: OciResourceLimit;

  /**
   * Ceiling of the nice value (RLIMIT_NICE). A hard and a soft limit. Both must be given.
   *
   * TOML: `settings.oci-defaults.resource-limits.<limit>`. Since Bottlerocket 1.15.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly maxNicePriority?: OciResourceLimit;

  /**
   * Number of open files (RLIMIT_NOFILE). A hard and a soft limit. Both must be given.
   *
   * TOML: `settings.oci-defaults.resource-limits.<limit>`. Since Bottlerocket 1.12.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly maxOpenFiles?: OciResourceLimit;

  /**
   * Number of queued signals (RLIMIT_SIGPENDING). A hard and a soft limit. Both must be given.
   *
   * TOML: `settings.oci-defaults.resource-limits.<limit>`. Since Bottlerocket 1.15.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly maxPendingSignals?: OciResourceLimit;

  /**
   * Number of processes (RLIMIT_NPROC). A hard and a soft limit. Both must be given.
   *
   * TOML: `settings.oci-defaults.resource-limits.<limit>`. Since Bottlerocket 1.15.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly maxProcesses?: OciResourceLimit;

  /**
   * Ceiling of the real-time priority (RLIMIT_RTPRIO). A hard and a soft limit. Both must be given.
   *
   * TOML: `settings.oci-defaults.resource-limits.<limit>`. Since Bottlerocket 1.15.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly maxRealtimePriority?: OciResourceLimit;

  /**
   * Real-time CPU time without a pause, in microseconds (RLIMIT_RTTIME). A hard and a soft limit. Both must be given.
   *
   * TOML: `settings.oci-defaults.resource-limits.<limit>`. Since Bottlerocket 1.15.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly maxRealtimeTimeout?: OciResourceLimit;

  /**
   * Resident memory in bytes (RLIMIT_RSS). A hard and a soft limit. Both must be given.
   *
   * TOML: `settings.oci-defaults.resource-limits.<limit>`. Since Bottlerocket 1.15.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly maxResidentSet?: OciResourceLimit;

  /**
   * Size of the stack in bytes (RLIMIT_STACK). A hard and a soft limit. Both must be given.
   *
   * TOML: `settings.oci-defaults.resource-limits.<limit>`. Since Bottlerocket 1.15.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly maxStackSize?: OciResourceLimit;
}

/**
 * Size of the address space in bytes (RLIMIT_AS). A hard and a soft limit. Both must be given.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/oci-defaults/
 */
export interface OciResourceLimit {
  /**
   * The ceiling up to which a process may raise its soft limit. -1 means no limit.
   *
   * TOML: `settings.oci-defaults.resource-limits.<limit>.hard-limit`. Since Bottlerocket 1.12.0.
   *
   * Allowed: a whole number from -1 (no limit) to 9223372036854775807, or the word unlimited.
   */
  readonly hardLimit: number;

  /**
   * The limit that is enforced. -1 means no limit.
   *
   * TOML: `settings.oci-defaults.resource-limits.<limit>.soft-limit`. Since Bottlerocket 1.12.0.
   *
   * Allowed: a whole number from -1 (no limit) to 9223372036854775807, or the word unlimited.
   */
  readonly softLimit: number;
}

/**
 * Linux capabilities of containers. Those that are not named are withheld.
 *
 * @see https://bottlerocket.dev/en/os/latest/api/settings/oci-defaults/
 */
export interface OciCapabilities {
  /**
   * CAP_AUDIT_CONTROL.
   *
   * TOML: `settings.oci-defaults.capabilities.<capability>`. Since Bottlerocket 1.12.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly auditControl?: boolean;

  /**
   * CAP_AUDIT_READ.
   *
   * TOML: `settings.oci-defaults.capabilities.<capability>`. Since Bottlerocket 1.12.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly auditRead?: boolean;

  /**
   * CAP_AUDIT_WRITE.
   *
   * TOML: `settings.oci-defaults.capabilities.<capability>`. Since Bottlerocket 1.12.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly auditWrite?: boolean;

  /**
   * CAP_BLOCK_SUSPEND.
   *
   * TOML: `settings.oci-defaults.capabilities.<capability>`. Since Bottlerocket 1.12.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly blockSuspend?: boolean;

  /**
   * CAP_BPF.
   *
   * TOML: `settings.oci-defaults.capabilities.<capability>`. Since Bottlerocket 1.12.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly bpf?: boolean;

  /**
   * CAP_CHECKPOINT_RESTORE.
   *
   * TOML: `settings.oci-defaults.capabilities.<capability>`. Since Bottlerocket 1.12.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly checkpointRestore?: boolean;

  /**
   * CAP_CHOWN.
   *
   * TOML: `settings.oci-defaults.capabilities.<capability>`. Since Bottlerocket 1.12.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly chown?: boolean;

  /**
   * CAP_DAC_OVERRIDE.
   *
   * TOML: `settings.oci-defaults.capabilities.<capability>`. Since Bottlerocket 1.12.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly dacOverride?: boolean;

  /**
   * CAP_DAC_READ_SEARCH.
   *
   * TOML: `settings.oci-defaults.capabilities.<capability>`. Since Bottlerocket 1.12.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly dacReadSearch?: boolean;

  /**
   * CAP_FOWNER.
   *
   * TOML: `settings.oci-defaults.capabilities.<capability>`. Since Bottlerocket 1.12.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly fowner?: boolean;

  /**
   * CAP_FSETID.
   *
   * TOML: `settings.oci-defaults.capabilities.<capability>`. Since Bottlerocket 1.12.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly fsetid?: boolean;

  /**
   * CAP_IPC_LOCK.
   *
   * TOML: `settings.oci-defaults.capabilities.<capability>`. Since Bottlerocket 1.12.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly ipcLock?: boolean;

  /**
   * CAP_IPC_OWNER.
   *
   * TOML: `settings.oci-defaults.capabilities.<capability>`. Since Bottlerocket 1.12.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly ipcOwner?: boolean;

  /**
   * CAP_KILL.
   *
   * TOML: `settings.oci-defaults.capabilities.<capability>`. Since Bottlerocket 1.12.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly kill?: boolean;

  /**
   * CAP_LEASE.
   *
   * TOML: `settings.oci-defaults.capabilities.<capability>`. Since Bottlerocket 1.12.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly lease?: boolean;

  /**
   * CAP_LINUX_IMMUTABLE.
   *
   * TOML: `settings.oci-defaults.capabilities.<capability>`. Since Bottlerocket 1.12.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly linuxImmutable?: boolean;

  /**
   * CAP_MAC_ADMIN.
   *
   * TOML: `settings.oci-defaults.capabilities.<capability>`. Since Bottlerocket 1.12.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly macAdmin?: boolean;

  /**
   * CAP_MAC_OVERRIDE.
   *
   * TOML: `settings.oci-defaults.capabilities.<capability>`. Since Bottlerocket 1.12.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly macOverride?: boolean;

  /**
   * CAP_MKNOD.
   *
   * TOML: `settings.oci-defaults.capabilities.<capability>`. Since Bottlerocket 1.12.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly mknod?: boolean;

  /**
   * CAP_NET_ADMIN.
   *
   * TOML: `settings.oci-defaults.capabilities.<capability>`. Since Bottlerocket 1.12.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly netAdmin?: boolean;

  /**
   * CAP_NET_BIND_SERVICE.
   *
   * TOML: `settings.oci-defaults.capabilities.<capability>`. Since Bottlerocket 1.12.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly netBindService?: boolean;

  /**
   * CAP_NET_BROADCAST.
   *
   * TOML: `settings.oci-defaults.capabilities.<capability>`. Since Bottlerocket 1.12.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly netBroadcast?: boolean;

  /**
   * CAP_NET_RAW.
   *
   * TOML: `settings.oci-defaults.capabilities.<capability>`. Since Bottlerocket 1.12.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly netRaw?: boolean;

  /**
   * CAP_PERFMON.
   *
   * TOML: `settings.oci-defaults.capabilities.<capability>`. Since Bottlerocket 1.12.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly perfmon?: boolean;

  /**
   * CAP_SETFCAP.
   *
   * TOML: `settings.oci-defaults.capabilities.<capability>`. Since Bottlerocket 1.12.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly setfcap?: boolean;

  /**
   * CAP_SETGID.
   *
   * TOML: `settings.oci-defaults.capabilities.<capability>`. Since Bottlerocket 1.12.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly setgid?: boolean;

  /**
   * CAP_SETPCAP.
   *
   * TOML: `settings.oci-defaults.capabilities.<capability>`. Since Bottlerocket 1.12.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly setpcap?: boolean;

  /**
   * CAP_SETUID.
   *
   * TOML: `settings.oci-defaults.capabilities.<capability>`. Since Bottlerocket 1.12.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly setuid?: boolean;

  /**
   * CAP_SYS_ADMIN.
   *
   * TOML: `settings.oci-defaults.capabilities.<capability>`. Since Bottlerocket 1.12.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly sysAdmin?: boolean;

  /**
   * CAP_SYS_BOOT.
   *
   * TOML: `settings.oci-defaults.capabilities.<capability>`. Since Bottlerocket 1.12.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly sysBoot?: boolean;

  /**
   * CAP_SYS_CHROOT.
   *
   * TOML: `settings.oci-defaults.capabilities.<capability>`. Since Bottlerocket 1.12.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly sysChroot?: boolean;

  /**
   * CAP_SYS_MODULE.
   *
   * TOML: `settings.oci-defaults.capabilities.<capability>`. Since Bottlerocket 1.12.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly sysModule?: boolean;

  /**
   * CAP_SYS_NICE.
   *
   * TOML: `settings.oci-defaults.capabilities.<capability>`. Since Bottlerocket 1.12.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly sysNice?: boolean;

  /**
   * CAP_SYS_PACCT.
   *
   * TOML: `settings.oci-defaults.capabilities.<capability>`. Since Bottlerocket 1.12.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly sysPacct?: boolean;

  /**
   * CAP_SYS_PTRACE.
   *
   * TOML: `settings.oci-defaults.capabilities.<capability>`. Since Bottlerocket 1.12.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly sysPtrace?: boolean;

  /**
   * CAP_SYS_RAWIO.
   *
   * TOML: `settings.oci-defaults.capabilities.<capability>`. Since Bottlerocket 1.12.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly sysRawio?: boolean;

  /**
   * CAP_SYS_RESOURCE.
   *
   * TOML: `settings.oci-defaults.capabilities.<capability>`. Since Bottlerocket 1.12.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly sysResource?: boolean;

  /**
   * CAP_SYS_TIME.
   *
   * TOML: `settings.oci-defaults.capabilities.<capability>`. Since Bottlerocket 1.12.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly sysTime?: boolean;

  /**
   * CAP_SYS_TTY_CONFIG.
   *
   * TOML: `settings.oci-defaults.capabilities.<capability>`. Since Bottlerocket 1.12.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly sysTtyConfig?: boolean;

  /**
   * CAP_SYSLOG.
   *
   * TOML: `settings.oci-defaults.capabilities.<capability>`. Since Bottlerocket 1.12.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly syslog?: boolean;

  /**
   * CAP_WAKE_ALARM.
   *
   * TOML: `settings.oci-defaults.capabilities.<capability>`. Since Bottlerocket 1.12.0.
   *
   * @default - nothing is written, the OS decides
   */
  readonly wakeAlarm?: boolean;
}
