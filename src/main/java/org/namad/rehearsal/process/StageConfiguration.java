package org.namad.rehearsal.process;

import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** What a rehearsal starts: Namad without its pages; of the libraries only what is needed. */
@Configuration(proxyBeanMethods = false)
@Profile("rehearsal")
class StageConfiguration {

    /** Namad's own beans start: some of them only listen, or keep the clocks together, and nobody asks for them. */
    @Bean
    static LazyInitializationExcludeFilter namadStarts() {
        return (name, definition, type) -> type.getName().startsWith("org.namad.")
            && !type.getName().matches(".*\\.(web|api)\\..*");
    }
}
