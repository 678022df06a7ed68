package org.namad;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** The day of the staff where {@code namad.language} is English; in the application of {@link DisputeStoryIT}. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT, properties = {
    "spring.datasource.url=jdbc:h2:mem:dispute;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000;QUERY_CACHE_SIZE=256",
    "namad.simulators.port=0",
    "namad.demo.data=false",
    "namad.language=en"
})
@ContextConfiguration(initializers = FreePort.class)
class StaffDayInEnglishIT extends StaffDay {
}
