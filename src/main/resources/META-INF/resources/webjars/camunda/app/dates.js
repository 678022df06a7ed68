// Loaded by the applications once AngularJS is there.
import language from './language.js';
import jalaliDates from './jalali.js';

if (language === 'fa') {
  jalaliDates(window.angular);
} else {
  window.angular.module('namad.jalali', []);
}
