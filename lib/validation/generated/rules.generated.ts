// Generated from schema/ by `npm run generate`. Do not edit.

import { IssueCode } from '../../settings/generated/issue-code.generated';

/** What is looked for in templates, beside what is wrong with settings. */
export const TEMPLATE_RULES: readonly IssueCode[] = [
  IssueCode.AMI_TYPE_MISMATCH,
  IssueCode.IMAGE_MISMATCH,
  IssueCode.MIXED_ARCHITECTURES,
  IssueCode.ACCELERATOR_NOT_IN_VARIANT,
  IssueCode.SETTINGS_FOR_OTHER_IMAGE,
  IssueCode.RETIRED_VARIANT,
  IssueCode.ENDING_VARIANT,
  IssueCode.PREVIEW_VARIANT,
  IssueCode.UNLISTED_VARIANT,
  IssueCode.VARIANT_WITHOUT_IMAGES,
  IssueCode.RELEASE_NOT_OF_VARIANT,
  IssueCode.INVALID_RELEASE_VERSION,
  IssueCode.FIPS_ENDPOINTS_MISSING,
  IssueCode.FIPS_ENDPOINTS_UNCERTAIN,
  IssueCode.USER_DATA_ENCODING,
  IssueCode.USER_DATA_MISSING,
  IssueCode.LABEL_GIVEN_TWICE,
  IssueCode.TAINT_GIVEN_TWICE,
  IssueCode.NODEGROUP_IMAGE_CONFLICT,
  IssueCode.LAUNCH_TEMPLATE_NOT_FOR_NODEGROUPS,
  IssueCode.ROOT_VOLUME_GROWN,
  IssueCode.DATA_VOLUME_NOT_ENCRYPTED,
  IssueCode.IMDS_V1_ALLOWED,
  IssueCode.ACCESS_ENTRY_MISSING,
  IssueCode.LAUNCH_CONFIGURATION_USED,
  IssueCode.SPOT_DRAINING_OFF,
];
