package org.namad;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * Runs against the whole application on an empty in-memory H2, with its simulators and its mail server on free ports;
 * {@code MockMvc} is there too. The job executor rests: tests move the clock with {@link org.namad.engine.TimeTravel}.
 * One context serves every test class, so tests make their own people and shops and look only at those; cases that are
 * still open after a class are ended.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@AutoConfigureMockMvc
@TestExecutionListeners(listeners = LeftCases.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
    "spring.datasource.url=jdbc:h2:mem:namad;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000;QUERY_CACHE_SIZE=256",
    "camunda.bpm.job-execution.enabled=false",
    "namad.demo.data=false",
    "namad.simulators.port=0"
})
public @interface NamadTest {
}
