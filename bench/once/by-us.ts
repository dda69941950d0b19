import { byUs } from '../by-us';
import { SIXTY_SETTINGS } from '../sixty-settings';

byUs()(SIXTY_SETTINGS);
