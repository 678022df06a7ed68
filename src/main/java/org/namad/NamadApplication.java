package org.namad;

import java.util.TimeZone;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts Namad: the pages, the process engine and everything that works behind them. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
@Modulithic(systemName = "Namad")
public class NamadApplication {

    public static void main(String[] args) {
        // The engine stores local times and reads cron expressions in the JVM's zone, whatever the machine's is.
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tehran"));
        SpringApplication.run(NamadApplication.class, args);
    }
}
