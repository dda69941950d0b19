import type { CommandGroup } from './command';
import { SETTINGS_COMMANDS } from './settings/commands';

/** All commands there are. */
export const GROUPS: readonly CommandGroup[] = [SETTINGS_COMMANDS];
