package org.namad;

import org.junit.jupiter.api.Tag;
import org.springframework.test.context.TestPropertySource;

/** The day of the staff where {@code namad.language} is English; in the application of {@link DisputeStoryIT}. */
@Tag("shares-english")
@StoryTest
@TestPropertySource(properties = "namad.language=en")
class StaffDayInEnglishIT extends StaffDay {
}
