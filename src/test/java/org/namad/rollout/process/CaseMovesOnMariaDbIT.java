package org.namad.rollout.process;

import org.junit.jupiter.api.Tag;
import org.namad.MariaDb;
import org.springframework.test.context.ContextConfiguration;

/** The same moves on a real MariaDB, which keeps the times of timers to the second. */
@Tag("shares-mariadb")
@ContextConfiguration(initializers = MariaDb.class)
class CaseMovesOnMariaDbIT extends CaseMovesTest {
}
