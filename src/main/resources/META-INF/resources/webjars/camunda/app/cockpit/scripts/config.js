import { settings } from '../../settings.js';

export default settings({ fa: 'نمای فرایندها', en: 'Cockpit' });
