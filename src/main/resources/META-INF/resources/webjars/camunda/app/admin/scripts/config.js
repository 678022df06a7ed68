import { settings } from '../../settings.js';

export default settings({ fa: 'کاربران و دسترسی‌ها', en: 'Admin' });
