// Persian dates wherever Camunda's web applications print or pick one; an AngularJS module.
const SATURDAY = 6;

const persian = options => new Intl.DateTimeFormat('fa-IR-u-ca-persian', options);
const day = persian({ day: 'numeric' });
const date = persian({ day: 'numeric', month: 'long', year: 'numeric' });
const weekday = persian({ weekday: 'long' });
const weekdayLetter = persian({ weekday: 'narrow' });
const time = persian({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const numbers = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', { year: 'numeric', month: 'numeric', day: 'numeric' });

/** Such as "آذر ۱۴۰۵": by itself the browser puts the year first. */
function monthAndYear(when) {
  const parts = Object.fromEntries(date.formatToParts(when).map(part => [part.type, part.value]));
  return `${parts.month} ${parts.year}`;
}

// The names under which the applications ask for dates.
const FORMATS = {
  day: when => day.format(when),
  monthName: monthAndYear,
  short: when => date.format(when),
  abbr: when => `${date.format(when)}، ${time.format(when)}`,
  normal: when => `${date.format(when)}، ${time.format(when)}`,
  long: when => `${weekday.format(when)} ${date.format(when)}، ${time.format(when)}`
};

const digits = text => text.replace(/[0-9]/g, digit => '۰۱۲۳۴۵۶۷۸۹'[digit]);

/** Times of the engine have an offset without a colon, which not every browser reads. */
function instant(value) {
  return new Date(typeof value === 'string' ? value.replace(/([+-]\d\d)(\d\d)$/, '$1:$2') : value);
}

function jalali(when) {
  const parts = Object.fromEntries(numbers.formatToParts(when).map(part => [part.type, Number(part.value)]));
  return { day: parts.day, month: parts.year * 12 + parts.month };
}

function plusDays(when, days) {
  const then = new Date(when);
  then.setDate(then.getDate() + days);
  return then;
}

const firstOfMonth = when => plusDays(when, 1 - jalali(when).day);
// No month is longer than 31 days or shorter than 29.
const firstOfNext = when => firstOfMonth(plusDays(firstOfMonth(when), 31));
const firstOfPrevious = when => firstOfMonth(plusDays(firstOfMonth(when), -1));
const lastOfMonth = when => plusDays(firstOfNext(when), -1);

/** The same day of the month before or after, or the last one of a shorter month. */
function sameDay(when, first) {
  return plusDays(first, Math.min(jalali(when).day, jalali(lastOfMonth(first)).day) - 1);
}

const STEPS = {
  left: when => plusDays(when, 1),
  right: when => plusDays(when, -1),
  up: when => plusDays(when, -7),
  down: when => plusDays(when, 7),
  home: firstOfMonth,
  end: lastOfMonth,
  pageup: when => sameDay(when, firstOfPrevious(when)),
  pagedown: when => sameDay(when, firstOfNext(when))
};

/** A month of the date picker: six weeks from the Saturday on or before the first. */
class Month {

  constructor($scope, $element, angular) {
    this.element = $element;
    this.init = function (picker) {
      angular.extend(picker, this, { startingDay: SATURDAY, maxMode: 'day' });
      $scope.showWeeks = false;
      $scope.move = months => {
        picker.activeDate = months < 0 ? firstOfPrevious(picker.activeDate) : firstOfNext(picker.activeDate);
        picker.refreshView();
      };
      picker.refreshView();
    };
    this.compare = (one, other) => new Date(one).setHours(0, 0, 0, 0) - new Date(other).setHours(0, 0, 0, 0);
    this.handleKeyDown = function (key) {
      this.activeDate = (STEPS[key] || (same => same))(this.activeDate);
    };
    this._refreshView = function () {
      const first = firstOfMonth(this.activeDate);
      const start = plusDays(first, -((first.getDay() - SATURDAY + 7) % 7));
      const days = Array.from({ length: 42 }, (_, i) => plusDays(start, i));
      $scope.labels = days.slice(0, 7).map(when => ({ abbr: weekdayLetter.format(when), full: weekday.format(when) }));
      $scope.title = monthAndYear(first);
      $scope.rows = this.split(days.map((when, i) => angular.extend(this.createDateObject(when, this.formatDay), {
        label: day.format(when),
        secondary: jalali(when).month !== jalali(first).month,
        uid: `${$scope.uniqueId}-${i}`
      })), 7);
    };
  }
}

/** Defines the module and says its name. */
export default function jalaliDates(angular) {
  angular.module('namad.jalali', []).config(['$provide', $provide => {
    $provide.decorator('camDateFilter', ['$delegate', original => (value, format) => {
      const when = value && instant(value);
      return !when || isNaN(when) ? original(value, format) : FORMATS[format || 'normal'](when);
    }]);
    // Times of day, which Tasklist's history prints by itself.
    $provide.decorator('dateFilter', ['$delegate', original => (value, format, zone) => {
      const text = original(value, format, zone);
      return format === 'HH:mm' ? digits(text) : text;
    }]);
    $provide.decorator('uibDaypickerDirective', ['$delegate', ([directive]) => {
      directive.controller = ['$scope', '$element', function ($scope, $element) {
        Object.assign(this, new Month($scope, $element, angular));
      }];
      return [directive];
    }]);
  }]).run(['$injector', $injector => {
    // "3 days ago": the words stand in fa.json, the digits come here.
    if ($injector.has('moment')) {
      const locale = $injector.get('moment').localeData().constructor.prototype;
      const { relativeTime } = locale;
      locale.relativeTime = function (...how) {
        return digits(relativeTime.apply(this, how));
      };
    }
  }]);
  return 'namad.jalali';
}
