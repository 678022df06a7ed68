import { said, settings } from '../../settings.js';

export default settings({ fa: 'فهرست کارها', en: 'Tasklist' }, {
  customScripts: ['../dates', '../drafts', '../saved-tasks'],
  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: said({ fa: 'برداشتن کار برگزیده', en: 'claims the currently selected task' })
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: said({ fa: 'رفتن به نخستین فیلتر', en: 'sets the focus to the first filter in the list' })
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: said({ fa: 'رفتن به نخستین کار فهرست', en: 'sets the focus to the first task in the list' })
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: said({ fa: 'رفتن به نخستین خانه برگه', en: 'sets the focus to the first input field in a task form' })
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: said({ fa: 'باز کردن پنجره آغاز فرایند', en: 'opens the start process modal dialog' })
    }
  }
});
