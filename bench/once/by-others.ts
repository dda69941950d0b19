import schema from '../../docs/settings.schema.json';
import { byOthers } from '../by-others';
import { SIXTY_SETTINGS } from '../sixty-settings';

byOthers(schema)(SIXTY_SETTINGS);
