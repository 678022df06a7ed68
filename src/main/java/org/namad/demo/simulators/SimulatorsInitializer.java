package org.namad.demo.simulators;

import java.time.Duration;
import java.util.Map;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Starts the {@link Simulators} before anything reads where the outside systems are, tells the adapters, and stops them
 * with the application. Settings: {@code namad.simulators.enabled}, {@code .port} (0 for any free one), {@code .address}
 * (what to listen on), {@code .delay} (of every answer of a registry or of the gateway). An address of an outside system
 * that is set elsewhere stands.
 */
class SimulatorsInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    /** Before the settings are checked. */
    @Override
    public int getOrder() {
        return 0;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        if (!environment.getProperty("namad.simulators.enabled", Boolean.class, false)) {
            return;
        }
        Simulators simulators = Simulators.start(
            environment.getProperty("namad.simulators.address", "localhost"),
            environment.getProperty("namad.simulators.port", Integer.class, 0));
        simulators.delay(environment.getProperty("namad.simulators.delay", Duration.class, Duration.ZERO));
        environment.getPropertySources().addLast(new MapPropertySource("simulators", Map.of(
            "namad.simulators.url", simulators.url(),
            "namad.registries.url", simulators.url(),
            "namad.registries.token", "simulator",
            "namad.payment.gateway-url", simulators.url(),
            "namad.payment.merchant-id", ZarinPalSimulator.MERCHANT_ID,
            "namad.sites.proxy", simulators.url())));
        context.getBeanFactory().registerSingleton("simulators", simulators);
        context.addApplicationListener((ApplicationListener<ContextClosedEvent>) event -> {
            if (event.getApplicationContext() == context) {
                simulators.close();
            }
        });
    }
}
