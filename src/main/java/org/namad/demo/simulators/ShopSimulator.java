package org.namad.demo.simulators;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sites of shops: every {@code *.example} domain is one. It is found at {@code http://<domain>/} by whoever uses
 * this server as an HTTP proxy, and at {@code /shops/<domain>/} by everybody. A shop shows a few products and, once it
 * is given one, its snippet.
 */
public final class ShopSimulator {

    private static final String DOMAIN = "([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+example";

    private final Map<String, String> snippets = new ConcurrentHashMap<>();
    private final Map<String, Response> responses = new ConcurrentHashMap<>();

    private interface Response {
        void to(Call call) throws IOException;
    }

    /** Shows {@code html} in the corner where the seal belongs. */
    public void place(String domain, String html) {
        snippets.put(checked(domain), html);
    }

    /** Answers with this page instead of the shop's. */
    public void serve(String domain, String page) {
        responses.put(checked(domain), call -> call.html(200, page));
    }

    /** Answers with this redirect instead of the shop's page. */
    public void redirect(String domain, String location) {
        responses.put(checked(domain), call -> call.redirect(302, location));
    }

    /** Answers with this HTTP status instead of the shop's page. */
    public void fail(String domain, int status) {
        responses.put(checked(domain), call -> call.text(status, "Out of order"));
    }

    /** Makes it the plain shop again, without a snippet. */
    public void reset(String domain) {
        snippets.remove(domain);
        responses.remove(domain);
    }

    private static String checked(String domain) {
        if (!domain.matches(DOMAIN)) {
            throw new IllegalArgumentException("not a shop's domain: " + domain);
        }
        return domain;
    }

    /** Answers a request to {@code http://<host>/…} that came to us as to a proxy. */
    void proxy(Call call, String host) throws IOException {
        String domain = host.replaceFirst("^www\\.", "");
        if (!domain.matches(DOMAIN)) {
            call.text(502, "Only sample shops are reached from here, not " + host);
            return;
        }
        show(call, domain);
    }

    /** Answers a request to {@code /shops/<domain>/…}. */
    void handle(Call call) throws IOException {
        String[] path = call.path().split("/");
        if (path.length < 3 || !path[2].matches(DOMAIN)) {
            call.html(404, Pages.notice("فروشگاهی با این نشانی نیست", "فروشگاه‌های نمونه نشانی‌ای مانند shop.example دارند."));
        } else if (path.length == 4 && path[3].equals("snippet")) {
            snippet(call, path[2]);
        } else {
            show(call, path[2]);
        }
    }

    private void snippet(Call call, String domain) throws IOException {
        switch (call.method()) {
            case "PUT" -> {
                place(domain, call.body());
                call.text(200, "ok");
            }
            case "DELETE" -> {
                reset(domain);
                call.text(200, "ok");
            }
            case "POST" -> {
                place(domain, call.form().getOrDefault("snippet", ""));
                call.redirect(303, "/shops/" + domain + "/");
            }
            default -> call.redirect(302, "/shops/" + domain + "/");
        }
    }

    private void show(Call call, String domain) throws IOException {
        Response response = responses.get(domain);
        if (response != null) {
            response.to(call);
        } else {
            call.html(200, Pages.shop(domain, snippets.getOrDefault(domain, "")));
        }
    }
}
