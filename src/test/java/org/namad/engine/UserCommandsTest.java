package org.namad.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class UserCommandsTest {

    @Test
    @DisplayName("R1 A step that another transaction has just ended is a lost race, and tried again; any other missing thing is a fault")
    void collisions() {
        assertThat(UserCommands.isCollision(new IllegalStateException(new OptimisticLockingException("lost")))).isTrue();
        assertThat(UserCommands.isCollision(missingIn(TaskEntity.class))).isTrue();
        assertThat(UserCommands.isCollision(new IllegalStateException(missingIn(TaskEntity.class)))).isTrue();
        assertThat(UserCommands.isCollision(new NullValueException("Cannot find task with id 7: task is null"))).isTrue();
        assertThat(UserCommands.isCollision(missingIn(UserCommandsTest.class))).isFalse();
    }

    private static RuntimeException missingIn(Class<?> place) {
        RuntimeException missing = new NullPointerException("execution is null");
        missing.setStackTrace(new StackTraceElement[] {
            new StackTraceElement(place.getName(), "complete", place.getSimpleName() + ".java", 347)});
        return missing;
    }
}
