import { said, settings } from '../../settings.js';

export default settings({ fa: 'برنامه‌های کارکنان', en: 'Welcome' }, {
  links: [{ label: said({ fa: 'میز کار کارکنان', en: 'Staff desk' }), href: '/staff' }]
});
