package org.namad.demo.simulators;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The outside systems of the demo and of the tests on one small HTTP server: the registries, the payment gateway and
 * the shops' own sites. It speaks the protocols that {@code docs/outside-systems.md} describes, answers by documented
 * rules, and can be told to answer otherwise: by the methods of its parts, or over HTTP under {@code /control}.
 */
public final class Simulators implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Simulators.class);
    private static final int BACKLOG = 200;

    static {
        // Without it every answer waits 40 ms for the acknowledgement of its header. Read when the server's class loads.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService workers;
    private final String url;
    private final RegistrySimulator registries = new RegistrySimulator();
    private final ZarinPalSimulator zarinPal = new ZarinPalSimulator();
    private final ShopSimulator shops = new ShopSimulator();
    private volatile Duration delay = Duration.ZERO;

    private Simulators(HttpServer server) {
        this.server = server;
        this.url = "http://localhost:" + server.getAddress().getPort();
        this.workers = Executors.newCachedThreadPool(task -> daemon(task, "simulators"));
    }

    /**
     * Starts the server, on another port where {@code port} is taken.
     *
     * @param address the address to listen on, {@code localhost} or {@code 0.0.0.0}
     * @param port    0 for any free one
     */
    public static Simulators start(String address, int port) {
        try {
            Simulators simulators = new Simulators(bind(InetAddress.getByName(address), port));
            simulators.server.createContext("/", simulators::handle);
            simulators.server.setExecutor(simulators.workers);
            // The server's own thread takes after the one that starts it, and must not keep the JVM alive.
            Thread starter = daemon(simulators.server::start, "simulators-start");
            starter.start();
            starter.join();
            LOG.info("Simulators of the outside systems are at {}", simulators.url);
            return simulators;
        } catch (IOException e) {
            throw new IllegalStateException("The simulators cannot start at " + address + ":" + port, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the simulators started", e);
        }
    }

    private static HttpServer bind(InetAddress address, int port) throws IOException {
        try {
            return HttpServer.create(new InetSocketAddress(address, port), BACKLOG);
        } catch (BindException taken) {
            LOG.warn("Port {} is taken; the simulators look for another one", port);
            return HttpServer.create(new InetSocketAddress(address, 0), BACKLOG);
        }
    }

    /** Where the server is reached, without a slash at the end. */
    public String url() {
        return url;
    }

    /** The identity, licence and police registries. */
    public RegistrySimulator registries() {
        return registries;
    }

    /** The payment gateway. */
    public ZarinPalSimulator zarinPal() {
        return zarinPal;
    }

    /** The sites of the shops. */
    public ShopSimulator shops() {
        return shops;
    }

    /** How long registries and gateway take for every answer from now on. */
    public void delay(Duration newDelay) {
        delay = newDelay;
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (Call call = new Call(exchange)) {
            route(call, exchange.getRequestURI());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException failure) {
            LOG.debug("The simulators could not answer {}", exchange.getRequestURI(), failure);
        }
    }

    private void route(Call call, URI uri) throws IOException, InterruptedException {
        if (uri.isAbsolute() && !uri.getPath().startsWith("/shops/")) {
            shops.proxy(call, uri.getHost());
        } else if (uri.getPath().startsWith("/shops/")) {
            shops.handle(call);
        } else if (uri.getPath().startsWith("/pg/")) {
            Thread.sleep(delay.toMillis());
            zarinPal.handle(call);
        } else if (uri.getPath().matches("/(identity|licence|police)/v1/checks")) {
            Thread.sleep(delay.toMillis());
            registries.handle(call);
        } else if (uri.getPath().startsWith("/control/")) {
            control(call);
        } else {
            call.text(404, "Not found");
        }
    }

    private void control(Call call) throws IOException {
        String[] path = call.path().split("/");
        boolean delete = call.method().equals("DELETE");
        try {
            if (path.length == 5 && path[2].equals("registries")) {
                if (delete) {
                    registries.reset(path[3], path[4]);
                } else {
                    registries.answer(path[3], path[4], Behaviour.of(call.body()));
                }
            } else if (path.length == 3 && path[2].equals("zarinpal")) {
                zarinPal.down(call.body().strip().equals("down"));
                zarinPal.garbled(call.body().strip().equals("garbled"));
            } else if (path.length == 3 && path[2].equals("delay")) {
                delay(Duration.parse(call.body().strip()));
            } else {
                call.text(404, "Not found");
                return;
            }
            call.text(200, "ok");
        } catch (IllegalArgumentException | java.time.DateTimeException malformed) {
            call.text(400, malformed.getMessage());
        }
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
