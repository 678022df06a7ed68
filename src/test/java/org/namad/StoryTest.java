package org.namad;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/**
 * Runs in a browser against the whole application as people find it: its job executor works, the links in its mails
 * lead to it, and it has no data but those that the stories make; its database is an H2 in memory. One application
 * serves several stories, so each makes its own people and shops and looks only at those.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT, properties = {
    "spring.datasource.url=jdbc:h2:mem:story;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000;QUERY_CACHE_SIZE=256",
    "namad.simulators.port=0",
    "namad.demo.data=false"
})
@ContextConfiguration(initializers = FreePort.class)
public @interface StoryTest {
}
