package org.namad.demo.simulators;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * ZarinPal's payment gateway, version 4: takes payment requests, shows the payer a page with the buttons "pay" and
 * "cancel", and verifies. Payments live as long as the server.
 */
public final class ZarinPalSimulator {

    /** The merchant that the simulator's client is. */
    public static final String MERCHANT_ID = "00000000-0000-4000-8000-000000000000";

    /** What a garbled answer may be: no JSON, nothing at all, no code, a success that names no payment. */
    public static final List<String> GARBLED = List.of("<html><body>Bad gateway</body></html>", "",
        "{\"data\":[],\"errors\":[]}", "{\"data\":{\"code\":100,\"message\":\"Success\"},\"errors\":[]}");

    private static final long MIN_RIAL = 10_000;
    private static final String CARD = "603799******1234";
    private static final String CARD_HASH = "1EBE3EBEBE35C7EC0F8D6EE4F2F859107A87822CA179BC9528767EA7B5489B69";

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Payment> payments = new ConcurrentHashMap<>();
    private final AtomicLong references = new AtomicLong(201_000_000);
    private final AtomicLong garbledAnswers = new AtomicLong();
    private volatile boolean down;
    private volatile boolean garbled;

    private enum Status { OPEN, PAID, VERIFIED, CANCELLED }

    private record Payment(String merchant, long amountRial, String callbackUrl, String description, Status status,
            long refId) {

        Payment become(Status newStatus, long newRefId) {
            return new Payment(merchant, amountRial, callbackUrl, description, newStatus, newRefId);
        }
    }

    /** Whether the gateway answers every call with status 503. */
    public void down(boolean isDown) {
        down = isDown;
    }

    /** Whether request and verify are answered with {@link #GARBLED}, one after the other. */
    public void garbled(boolean isGarbled) {
        garbled = isGarbled;
    }

    /**
     * Pays, as the payer does with the button on the page.
     *
     * @param startPage the address of the page, or the authority
     * @return the address to which the payer's browser is sent back
     */
    public String pay(String startPage) {
        return finish(startPage, Status.PAID);
    }

    /** Cancels, as the payer does with the button on the page; see {@link #pay}. */
    public String cancel(String startPage) {
        return finish(startPage, Status.CANCELLED);
    }

    private String finish(String startPage, Status wanted) {
        String authority = startPage.substring(startPage.lastIndexOf('/') + 1);
        Payment payment = payments.computeIfPresent(authority, (key, present) -> present.status() != Status.OPEN ? present
            : present.become(wanted, wanted == Status.PAID ? references.incrementAndGet() : 0));
        if (payment == null) {
            throw new IllegalArgumentException("no payment " + authority);
        }
        boolean paid = payment.status() == Status.PAID || payment.status() == Status.VERIFIED;
        return payment.callbackUrl() + (payment.callbackUrl().contains("?") ? "&" : "?") + "Authority=" + authority
            + "&Status=" + (paid ? "OK" : "NOK");
    }

    void handle(Call call) throws IOException {
        if (down) {
            call.text(503, "Service unavailable");
        } else if (garbled && call.path().startsWith("/pg/v4/")) {
            call.malformed(GARBLED.get((int) (garbledAnswers.getAndIncrement() % GARBLED.size())));
        } else if (call.path().equals("/pg/v4/payment/request.json")) {
            request(call);
        } else if (call.path().equals("/pg/v4/payment/verify.json")) {
            verify(call);
        } else if (call.path().startsWith("/pg/StartPay/")) {
            startPay(call, call.path().substring("/pg/StartPay/".length()));
        } else {
            call.text(404, "Not found");
        }
    }

    private void request(Call call) throws IOException {
        JsonNode body = call.json();
        long rial = body.path("amount").asLong() * (body.path("currency").asText("IRR").equals("IRT") ? 10 : 1);
        if (body.path("merchant_id").asText().length() != 36) {
            refuse(call, -9, "The merchant id must be 36 characters.");
        } else if (rial < MIN_RIAL) {
            refuse(call, -9, "The amount must be at least " + MIN_RIAL + " rial.");
        } else if (!body.path("callback_url").asText().matches("https?://.+")) {
            refuse(call, -9, "The callback url field is required.");
        } else if (body.path("description").asText().isBlank() || body.path("description").asText().length() > 500) {
            refuse(call, -9, "The description field is required.");
        } else {
            String authority = "S%035d".formatted(new BigInteger(112, random));
            payments.put(authority, new Payment(body.path("merchant_id").asText(), rial,
                body.path("callback_url").asText(), body.path("description").asText(), Status.OPEN, 0));
            call.json(200, Map.of("data", Map.of("code", 100, "message", "Success", "authority", authority,
                "fee_type", "Merchant", "fee", 0), "errors", List.of()));
        }
    }

    private void verify(Call call) throws IOException {
        JsonNode body = call.json();
        String authority = body.path("authority").asText();
        Payment payment = payments.get(authority);
        if (payment == null) {
            refuse(call, -54, "Invalid authority.");
        } else if (!payment.merchant().equals(body.path("merchant_id").asText())) {
            refuse(call, -53, "Session is not this merchant_id session.");
        } else if (payment.amountRial() != body.path("amount").asLong()) {
            refuse(call, -50, "Session is not valid, amounts values is not the same.");
        } else if (payment.status() == Status.OPEN || payment.status() == Status.CANCELLED) {
            refuse(call, -51, "Session is not valid, session is not active paid try.");
        } else {
            boolean first = payments.replace(authority, payment.become(Status.PAID, payment.refId()),
                payment.become(Status.VERIFIED, payment.refId()));
            call.json(200, Map.of("data", Map.of("code", first ? 100 : 101, "message", first ? "Paid" : "Verified",
                "card_hash", CARD_HASH, "card_pan", CARD, "ref_id", payment.refId(), "fee_type", "Merchant", "fee", 0),
                "errors", List.of()));
        }
    }

    private static void refuse(Call call, int code, String message) throws IOException {
        call.json(code == -9 ? 422 : 400, Map.of("data", List.of(),
            "errors", Map.of("code", code, "message", message, "validations", List.of())));
    }

    private void startPay(Call call, String authority) throws IOException {
        Payment payment = payments.get(authority);
        if (payment == null) {
            call.html(404, Pages.notice("این پرداخت پیدا نشد", "نشانی صفحه پرداخت درست نیست یا مهلت آن گذشته است."));
        } else if (call.method().equals("POST")) {
            boolean pays = "pay".equals(call.form().get("action"));
            call.redirect(302, pays ? pay(authority) : cancel(authority));
        } else if (payment.status() != Status.OPEN) {
            call.redirect(302, finish(authority, payment.status()));
        } else {
            call.html(200, Pages.payment(payment.amountRial() / 10, payment.description(), authority));
        }
    }
}
