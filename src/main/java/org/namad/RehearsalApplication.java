package org.namad;

import java.io.IOException;
import java.util.List;
import java.util.TimeZone;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * Starts Namad without pages and with everything in memory, to rehearse models: once with those that are live, then once
 * more with the draft on top (N17). The application that wants to know starts it as a process of its own, since the clock
 * of the engine belongs to the whole JVM; its working directory holds what to rehearse.
 */
public final class RehearsalApplication {

    private RehearsalApplication() {
    }

    /** @param args none; see {@code org.namad.rehearsal.process.Stage} for the working directory */
    public static void main(String[] args) {
        endWithParent();
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tehran"));
        try {
            for (String side : List.of("live", "draft")) {
                // The stage plays while the context starts.
                new SpringApplicationBuilder(NamadApplication.class).web(WebApplicationType.NONE)
                    .registerShutdownHook(false).run("--namad.rehearsal.side=" + side,
                        "--spring.config.location=classpath:/", "--spring.profiles.active=rehearsal").close();
            }
        } catch (Throwable failure) {
            failure.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
        Runtime.getRuntime().halt(0);
    }

    /** Whoever started this process holds the other end of its input, until it ends itself. */
    private static void endWithParent() {
        Thread watch = new Thread(() -> {
            try {
                while (System.in.read() >= 0) {
                    // Nothing is ever said.
                }
            } catch (IOException closed) {
                // The same.
            }
            Runtime.getRuntime().halt(1);
        }, "parent");
        watch.setDaemon(true);
        watch.start();
    }
}
