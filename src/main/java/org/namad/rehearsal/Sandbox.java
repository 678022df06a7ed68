package org.namad.rehearsal;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.springframework.util.FileSystemUtils;

/**
 * A folder and a process of its own, in which a rehearsal is played: the application's own code in a second JVM, since
 * the engine's clock belongs to the whole JVM. It gets no setting, no environment and no address of this application.
 */
final class Sandbox implements AutoCloseable {

    private static final String MAIN = "org.namad.RehearsalApplication";
    /** There where the application is one jar with all libraries inside, of which a JVM by itself cannot read any. */
    private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";
    private static final int END_OF_LOG = 4000;

    private final Path folder;
    private final String memory;
    private Process process;

    /** @param memory how much the process may have for its objects, as {@code -Xmx} takes it */
    Sandbox(String memory) {
        this.memory = memory;
        try {
            folder = Files.createTempDirectory("namad-rehearsal");
            Files.createDirectory(folder.resolve("tmp"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }

    /** Lays files into a folder of the sandbox. */
    void lay(String name, Map<String, byte[]> files) {
        try {
            Path place = Files.createDirectories(folder.resolve(name).normalize());
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path path = place.resolve(file.getKey()).normalize();
                if (!path.getParent().equals(place)) {
                    throw new IllegalArgumentException("not the name of a file: " + file.getKey());
                }
                Files.write(path, file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs the process to its end.
     *
     * @return whether it ended by itself, well or badly; false if {@code longest} was over first
     */
    boolean run(Duration longest) throws InterruptedException {
        synchronized (this) {
            process = start();
        }
        if (process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            return true;
        }
        stop();
        return false;
    }

    private Process start() {
        ProcessBuilder builder = new ProcessBuilder(command()).directory(folder.toFile())
            .redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile());
        // Windows finds its own libraries by it.
        String system = System.getenv("SystemRoot");
        builder.environment().clear();
        if (system != null) {
            builder.environment().put("SystemRoot", system);
        }
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command() {
        boolean packed = ClassLoader.getSystemResource(LAUNCHER.replace('.', '/') + ".class") != null;
        List<String> command = new ArrayList<>(List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx" + memory, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8", "-Djava.awt.headless=true", "-Djava.io.tmpdir=" + folder.resolve("tmp")));
        if (packed) {
            command.add("-Dloader.main=" + MAIN);
        }
        command.addAll(List.of("-cp", classPath(), packed ? LAUNCHER : MAIN));
        return command;
    }

    /** Whole paths: the process has another working directory. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.isEmpty()).map(entry -> Path.of(entry).toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator));
    }

    /** Ends the process, if there is one. */
    synchronized void stop() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    /** What the process has left in a file; null if there is no such file. */
    byte[] left(String file) {
        try {
            Path path = folder.resolve(file);
            return Files.exists(path) ? Files.readAllBytes(path) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last of what the process said. */
    String endOfLog() {
        byte[] log = left("log");
        String text = log == null ? "" : new String(log, StandardCharsets.UTF_8);
        return text.substring(Math.max(0, text.length() - END_OF_LOG)).strip();
    }

    @Override
    public void close() {
        stop();
        try {
            if (process != null) {
                process.waitFor();
            }
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
