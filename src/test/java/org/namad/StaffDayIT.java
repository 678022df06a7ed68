package org.namad;

/** The day of the staff in Persian. */
@NamadTest
class StaffDayIT extends StaffDay {
}
