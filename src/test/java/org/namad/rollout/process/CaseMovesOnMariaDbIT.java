package org.namad.rollout.process;

import org.namad.MariaDb;
import org.springframework.test.context.ContextConfiguration;

/** The same moves on a real MariaDB, which keeps the times of timers to the second. */
@ContextConfiguration(initializers = MariaDb.class)
class CaseMovesOnMariaDbIT extends CaseMovesTest {
}
