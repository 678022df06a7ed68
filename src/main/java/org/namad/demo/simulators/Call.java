package org.namad.demo.simulators;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;

/** One request to the simulators, and its answer. */
final class Call implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpExchange exchange;
    private String body;

    Call(HttpExchange exchange) {
        this.exchange = exchange;
    }

    String method() {
        return exchange.getRequestMethod();
    }

    /** The path, decoded. */
    String path() {
        return exchange.getRequestURI().getPath();
    }

    String header(String name) {
        return exchange.getRequestHeaders().getFirst(name);
    }

    String body() throws IOException {
        if (body == null) {
            body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        }
        return body;
    }

    /** The body as JSON; a missing node where it is none. */
    JsonNode json() throws IOException {
        try {
            return JSON.readTree(body());
        } catch (com.fasterxml.jackson.core.JsonProcessingException malformed) {
            return JSON.missingNode();
        }
    }

    /** The fields of an HTML form. */
    Map<String, String> form() throws IOException {
        Map<String, String> fields = new HashMap<>();
        for (String pair : body().split("&")) {
            String[] parts = pair.split("=", 2);
            fields.put(URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return fields;
    }

    void json(int status, Map<String, ?> answer) throws IOException {
        send(status, "application/json; charset=utf-8", JSON.writeValueAsString(answer));
    }

    /** Claims to be JSON and is perhaps none. */
    void malformed(String answer) throws IOException {
        send(200, "application/json; charset=utf-8", answer);
    }

    void html(int status, String page) throws IOException {
        send(status, "text/html; charset=utf-8", page);
    }

    void text(int status, String text) throws IOException {
        send(status, "text/plain; charset=utf-8", text + "\n");
    }

    void redirect(int status, String location) throws IOException {
        exchange.getResponseHeaders().set("Location", location);
        exchange.sendResponseHeaders(status, -1);
    }

    private void send(int status, String type, String content) throws IOException {
        body();
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        boolean head = method().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
        if (!head) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        exchange.close();
    }

    /** {@code text} as it may stand in HTML. */
    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
