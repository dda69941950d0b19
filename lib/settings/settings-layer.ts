/**
 * How much settings from one source weigh. Where two sources give a value, the one of the higher layer holds.
 */
export enum SettingsLayer {
  /**
   * What a construct of this library sets unless told otherwise.
   */
  LIBRARY_DEFAULT = 'library-default',

  /**
   * What a preset sets, such as one for hardening.
   */
  PRESET = 'preset',

  /**
   * What holds for all node groups of a cluster.
   */
  CLUSTER = 'cluster',

  /**
   * What holds for one node group.
   */
  GROUP = 'group',
}

/**
 * Where settings come from.
 */
export interface SettingsOrigin {
  /**
   * How much the settings weigh.
   *
   * @default SettingsLayer.GROUP
   */
  readonly layer?: SettingsLayer;

  /**
   * A name for the source, such as the name of a preset. Issues show it. Two sources with different names in one layer
   * must not give different values for one setting; without names, the later one holds.
   *
   * @default - no name
   */
  readonly source?: string;
}
