package org.namad;

import org.junit.jupiter.api.Tag;

/** The day of the staff in Persian. */
@Tag("shares-h2")
@NamadTest
class StaffDayIT extends StaffDay {
}
