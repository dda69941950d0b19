/**
 * What becomes of the user data that a launch template has already.
 */
export enum ExistingUserData {
  /**
   * It is merged, and weighs less than the settings of the mixin, but more than its presets.
   */
  BENEATH = 'beneath',

  /**
   * It is merged, and weighs more than the settings of the mixin, which only add what is not set yet.
   */
  ABOVE = 'above',

  /**
   * It is left out, whatever it is.
   */
  REPLACE = 'replace',
}
