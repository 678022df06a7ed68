package org.namad.rollout.process;

import org.junit.jupiter.api.Tag;
import org.namad.MariaDb;
import org.springframework.test.context.ContextConfiguration;

/** The same drafts on a real MariaDB, whose row locks let one node alone put a draft live. */
@Tag("shares-mariadb")
@ContextConfiguration(initializers = MariaDb.class)
class PlannedLaunchesOnMariaDbIT extends PlannedLaunchesTest {
}
