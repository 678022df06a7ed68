package org.namad;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.TimeZone;

import org.namad.engine.StaffRoles;
import org.namad.modelling.CheckCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts Namad: the pages, the process engine and everything behind them; or only checks models and ends. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
@Modulithic(systemName = "Namad")
public class NamadApplication {

    public static void main(String[] args) {
        // The engine stores local times and reads cron expressions in the JVM's zone, whatever the machine's is.
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tehran"));
        if (args.length > 0 && args[0].equals(CheckCommand.NAME)) {
            // Nobody asked for a log; it says nothing until it is set up.
            LoggingSystem.get(NamadApplication.class.getClassLoader()).beforeInitialize();
            System.exit(new CheckCommand(new PrintStream(new FileOutputStream(FileDescriptor.out), true,
                StandardCharsets.UTF_8), StaffRoles.all()).run(args));
        }
        SpringApplication.run(NamadApplication.class, args);
    }
}
