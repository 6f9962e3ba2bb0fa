import { useBrowser } from './browser.mjs';
import { everyPageOf } from './every-page.mjs';

useBrowser();

everyPageOf('desktop');
