import { APP_COMMANDS, USER_DATA_COMMANDS } from './assembly/commands';
import type { CommandGroup } from './command';
import { HARDENING_COMMANDS } from './hardening/commands';
import { IMAGE_COMMANDS } from './image/commands';
import { SETTINGS_COMMANDS } from './settings/commands';

/** All commands there are. */
export const GROUPS: readonly CommandGroup[] = [
  APP_COMMANDS,
  USER_DATA_COMMANDS,
  SETTINGS_COMMANDS,
  HARDENING_COMMANDS,
  IMAGE_COMMANDS,
];
