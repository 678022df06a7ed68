package org.namad;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Tag;
import org.namad.demo.StoppedDemo;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * Runs against the demo as people start it, with its data, after a first start that was stopped while it made them. To
 * make them takes a minute, so one application serves all such classes; those that change the data come last.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("shares-demo")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT, properties = {
    "spring.datasource.url=" + StoppedDemo.DATABASE,
    "namad.simulators.port=0",
    "namad.sign-in.codes-per-national-id=50"
})
@Import({RenderedViews.class, BrokenPage.class, PublicTour.class, PanelTour.class, CasesTour.class, StaffTour.class,
    ModelsTour.class})
@ContextConfiguration(initializers = {StoppedDemo.class, FreePort.class})
public @interface DemoTest {
}
