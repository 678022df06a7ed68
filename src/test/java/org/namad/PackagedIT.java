package org.namad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import org.yaml.snakeyaml.Yaml;

/**
 * What Docker runs, without Docker: the layers of the packaged jar, with the command of {@code docker/Dockerfile} and the
 * settings of {@code docker/compose.yaml}, in a process of its own.
 */
class PackagedIT {

    private static final Path WORK = Path.of("target/packaged").toAbsolutePath();
    private static final Path BADGES = WORK.resolve("badges");
    private static final Path LOG = WORK.resolve("log");
    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String NGINX = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> Path.of(folder, "nginx")).filter(Files::isExecutable).map(Path::toString).findFirst().orElse(null);
    private static final Map<String, String> DOT_ENV = Map.of("NAMAD_DATABASE_PASSWORD", "of-one-database-only",
        "NAMAD_SIGNING_KEY", "a secret of at least thirty-two characters", "NAMAD_ADMIN_USER", "first",
        "NAMAD_ADMIN_PASSWORD", "Correct-Horse-7-Battery");

    private final HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final GreenMail mails = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
    private final int port = freePort();
    private final int simulators = freePort();
    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void stop() {
        processes.forEach(Process::destroyForcibly);
        mails.stop();
    }

    @Test
    @DisplayName("What Docker runs starts on MariaDB with the settings of compose.yaml, serves and mails in Persian, and ends when told to")
    void runs() throws Exception {
        extract();
        mails.start();
        long start = System.nanoTime();
        Process namad = start(command(), environment());
        await().atMost(Duration.ofMinutes(4)).pollInterval(Duration.ofMillis(200)).ignoreExceptions().until(() -> {
            assertThat(namad.isAlive()).as(Files.readString(LOG)).isTrue();
            return get(port, "/actuator/health/readiness").statusCode() == 200;
        });
        System.out.printf("Packaged: ready after %.1f s, %s%n", (System.nanoTime() - start) / 1e9, resident(namad));

        assertThat(administratorReads("/engine-rest/process-definition/key/complaint")).contains("\"name\":\"شکایت\"");
        assertThat(administratorReads("/engine-rest/process-definition/key/complaint/xml")).contains("رأی درباره شکایت");
        assertThat(get(port, "/").body()).contains("lang=\"fa\"");
        assertThat(get(port, "/demo").statusCode()).isEqualTo(404);
        simulatorsAnswer();
        await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(BADGES.resolve("pictures/unknown-0/fa.svg")));
        register();
        front();

        namad.destroy();
        assertThat(namad.waitFor(1, TimeUnit.MINUTES)).isTrue();
        // 128 and the number of SIGTERM: the JVM ran its shutdown to the end.
        assertThat(namad.exitValue()).isEqualTo(143);
        assertThat(Files.readString(LOG)).contains("Graceful shutdown complete").doesNotContain(" ERROR ", "\tat org.");
    }

    /** The jar's layers, as the Dockerfile takes them out and puts them together again. */
    private static void extract() throws Exception {
        FileSystemUtils.deleteRecursively(WORK);
        Files.createDirectories(BADGES);
        try (Stream<Path> built = Files.list(Path.of("target"))) {
            Files.copy(built.filter(file -> file.getFileName().toString().matches("namad-.*\\.jar")).findFirst()
                .orElseThrow(), WORK.resolve("namad.jar"));
        }
        String extract = lastOf("java (-Djarmode.*)");
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(List.of(extract.split(" ")));
        assertThat(new ProcessBuilder(command).directory(WORK.toFile()).inheritIO().start().waitFor()).isZero();
        List<String> layers = allOf("COPY --from=build /build/layers/([a-z-]+)/ ");
        try (Stream<Path> all = Files.list(WORK.resolve("layers"))) {
            assertThat(all.map(layer -> layer.getFileName().toString())).containsExactlyInAnyOrderElementsOf(layers);
        }
        for (String layer : layers) {
            FileSystemUtils.copyRecursively(WORK.resolve("layers").resolve(layer), WORK.resolve("opt"));
        }
    }

    private static List<String> command() throws IOException {
        List<String> command = new ArrayList<>(List.of(new ObjectMapper()
            .readValue(lastOf("ENTRYPOINT (\\[.*])"), String[].class)));
        assertThat(command.set(0, JAVA)).isEqualTo("java");
        return command;
    }

    /** The variables of compose.yaml; hosts, ports and folders are those of this machine. */
    private Map<String, String> environment() throws IOException {
        Map<String, Map<String, Map<String, Object>>> compose = new Yaml().load(Files.readString(Path.of("docker/compose.yaml")));
        Map<String, String> environment = new TreeMap<>();
        TreeSet<String> asked = new TreeSet<>();
        ((Map<?, ?>) compose.get("services").get("namad").get("environment")).forEach((name, value) -> {
            Matcher variable = Pattern.compile("\\$\\{(\\w+):\\?.*}").matcher(value.toString());
            if (variable.matches()) {
                asked.add(variable.group(1));
            }
            environment.put(name.toString(), variable.matches() ? DOT_ENV.get(variable.group(1)) : value.toString());
        });
        assertThat(Files.readString(Path.of("docker/env.example")).lines().filter(line -> line.endsWith("="))
            .map(line -> line.substring(0, line.length() - 1))).containsExactlyInAnyOrderElementsOf(asked);
        String database = MariaDb.newDatabase(environment.get("SPRING_DATASOURCE_USERNAME"),
            environment.get("SPRING_DATASOURCE_PASSWORD"));
        put(environment, "SPRING_DATASOURCE_URL", database);
        put(environment, "SPRING_MAIL_HOST", "localhost");
        put(environment, "SPRING_MAIL_PORT", String.valueOf(mails.getSmtp().getPort()));
        put(environment, "NAMAD_BASE_URL", "http://localhost:" + port);
        put(environment, "NAMAD_BADGES_FOLDER", BADGES.toString());
        put(environment, "NAMAD_SIMULATORS_PORT", String.valueOf(simulators));
        environment.put("SERVER_PORT", String.valueOf(port));
        environment.put("SPRING_PROFILES_ACTIVE", lastOf("ENV SPRING_PROFILES_ACTIVE=(\\S+)"));
        return environment;
    }

    private static void put(Map<String, String> environment, String name, String value) {
        assertThat(environment.put(name, value)).as(name).isNotNull();
    }

    private Process start(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(WORK.resolve("opt").toFile())
            .redirectErrorStream(true).redirectOutput(LOG.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process started = builder.start();
        processes.add(started);
        return started;
    }

    /** The payment gateway and a registry, as Namad asks them. */
    private void simulatorsAnswer() throws Exception {
        HttpRequest payment = HttpRequest.newBuilder(URI.create("http://localhost:" + simulators
                + "/pg/v4/payment/request.json")).header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("""
                {"merchant_id": "00000000-0000-4000-8000-000000000000", "amount": 1750000, "currency": "IRR",
                 "description": "packaged", "callback_url": "http://localhost:%d/pay"}""".formatted(port))).build();
        assertThat(http.send(payment, BodyHandlers.ofString()).body()).contains("\"authority\"");
        assertThat(get(simulators, "/shops/packaged.example/").statusCode()).isEqualTo(200);
    }

    /** Somebody asks for a code, which comes by mail. */
    private void register() throws Exception {
        String token = Jsoup.parse(get(port, "/register").body()).select("input[name=_csrf]").val();
        String form = "_csrf=" + token + "&nationalId=1234567891&fullName=Nasrin&birthDate=1360-01-01"
            + "&email=nasrin%40shop.example&mobile=&language=fa";
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(address(port, "/register"))
            .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form)).build(),
            BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("Location")).as(answer.body()).hasValueSatisfying(location ->
            assertThat(location).endsWith("/register/code"));
        assertThat(mails.waitForIncomingEmail(30_000, 1)).isTrue();
        assertThat(mails.getReceivedMessages()[0].getFrom()[0].toString()).contains("namad@namad.example");
    }

    /** docker/nginx.conf in front of it, where there is an nginx. */
    private void front() throws Exception {
        if (NGINX == null) {
            System.out.println("Packaged: no nginx on the path, docker/nginx.conf is left out");
            return;
        }
        int front = freePort();
        String shipped = Files.readString(Path.of("docker/nginx.conf")).replace("${NAMAD_UPSTREAM}", "127.0.0.1:" + port)
            .replace("${NGINX_LISTEN}", String.valueOf(front)).replace("${NAMAD_BADGES}", BADGES.toString());
        Path configuration = Files.writeString(WORK.resolve("nginx.conf"), """
            daemon off;
            pid %1$s/nginx.pid;
            error_log %1$s/nginx-error.log;
            events { }
            http {
              access_log off;
            %2$s
            }
            """.formatted(WORK, shipped));
        processes.add(new ProcessBuilder(NGINX, "-c", configuration.toString()).redirectErrorStream(true)
            .redirectOutput(WORK.resolve("nginx.log").toFile()).start());
        await().atMost(Duration.ofSeconds(10)).ignoreExceptions().until(() -> get(front, "/").statusCode() == 200);
        assertThat(get(front, "/").body()).contains("lang=\"fa\"");
        HttpResponse<String> badge = get(front, "/badge.svg?id=1&Code=none");
        assertThat(badge.statusCode()).isEqualTo(200);
        assertThat(badge.body()).isEqualTo(Files.readString(BADGES.resolve("pictures/unknown-0/fa.svg")));
    }

    private String administratorReads(String path) throws Exception {
        String account = DOT_ENV.get("NAMAD_ADMIN_USER") + ":" + DOT_ENV.get("NAMAD_ADMIN_PASSWORD");
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(address(port, path)).header("Authorization",
            "Basic " + Base64.getEncoder().encodeToString(account.getBytes())).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<String> get(int at, String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address(at, path)).build(), BodyHandlers.ofString());
    }

    private static URI address(int port, String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static String resident(Process process) throws IOException {
        return Files.readString(Path.of("/proc/" + process.pid() + "/status")).lines()
            .filter(line -> line.startsWith("VmRSS")).findFirst().orElse("");
    }

    /** What a pattern finds in the Dockerfile, last. */
    private static String lastOf(String pattern) throws IOException {
        List<String> found = allOf(pattern);
        return found.get(found.size() - 1);
    }

    private static List<String> allOf(String pattern) throws IOException {
        return Pattern.compile(pattern).matcher(Files.readString(Path.of("docker/Dockerfile"))).results()
            .map((MatchResult found) -> found.group(1)).toList();
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
