package org.namad.payment;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** The REST contract of ZarinPal, version 4, in rial. */
@Component
class ZarinPal {

    /**
     * The gateway's confirmation of a payment.
     *
     * @param refId   the reference number that the payer also gets from the bank
     * @param cardPan the card, all but a few digits hidden
     */
    record Receipt(String refId, String cardPan) {
    }

    private static final int DONE = 100;
    private static final int DONE_BEFORE = 101;
    /** No payment yet, a failed one, and an authority that the gateway does not know (any more). */
    private static final Set<Integer> NOT_PAID = Set.of(-51, -54, -55);
    private static final Logger LOG = LoggerFactory.getLogger(ZarinPal.class);

    private final ZarinPalSettings settings;
    private final String callbackUrl;
    private final ObjectMapper json;
    private final RestClient client;

    ZarinPal(ZarinPalSettings settings, @Value("${namad.base-url}") String baseUrl, ObjectMapper json,
            RestClient.Builder builder) {
        this.settings = settings;
        this.callbackUrl = baseUrl + "/payments/callback";
        this.json = json;
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.connectTimeout()).build();
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(settings.readTimeout());
        client = builder.requestFactory(requests).baseUrl(settings.gatewayUrl()).build();
    }

    /**
     * Announces a payment.
     *
     * @return the authority under which the gateway knows it
     * @throws GatewayUnavailable if there is no answer, or none that can be read
     * @throws GatewayRefused     if the gateway does not take it
     */
    String request(long amountRial, String description, String mobile, String email, String orderId) {
        Map<String, String> metadata = new HashMap<>(Map.of("order_id", orderId));
        if (mobile != null) {
            metadata.put("mobile", mobile);
        }
        if (email != null) {
            metadata.put("email", email);
        }
        JsonNode answer = post("/pg/v4/payment/request.json", Map.of("merchant_id", settings.merchantId(),
            "amount", amountRial, "currency", "IRR", "callback_url", callbackUrl, "description", description,
            "metadata", metadata));
        if (code(answer) != DONE) {
            throw refused(answer);
        }
        return required(answer, "/data/authority");
    }

    /** The page where the payer pays. */
    URI startPage(String authority) {
        return URI.create(settings.gatewayUrl().toString().replaceFirst("/+$", "") + "/pg/StartPay/" + authority);
    }

    /**
     * Asks whether {@code amountRial} was paid under {@code authority}; may be asked again at will.
     *
     * @return the receipt, or nothing if it was not paid
     * @throws GatewayUnavailable if there is no answer, or none that can be read
     * @throws GatewayRefused     if the gateway holds another amount, or does not accept us
     */
    Optional<Receipt> verify(String authority, long amountRial) {
        JsonNode answer = post("/pg/v4/payment/verify.json", Map.of("merchant_id", settings.merchantId(),
            "amount", amountRial, "authority", authority));
        int code = code(answer);
        if (code == DONE || code == DONE_BEFORE) {
            return Optional.of(new Receipt(required(answer, "/data/ref_id"), answer.at("/data/card_pan").asText()));
        }
        if (NOT_PAID.contains(code)) {
            LOG.info("Payment {} is not made: code {}", authority, code);
            return Optional.empty();
        }
        throw refused(answer);
    }

    /** Errors come with status 4xx and a body of the same form, so the body decides. */
    private JsonNode post(String path, Map<String, ?> body) {
        try {
            return client.post().uri(path).contentType(MediaType.APPLICATION_JSON).accept(MediaType.APPLICATION_JSON)
                .body(body).exchange((request, response) -> {
                    if (response.getStatusCode().is5xxServerError()) {
                        throw new GatewayUnavailable("The gateway answered " + response.getStatusCode(), null);
                    }
                    return json.readTree(response.getBody());
                });
        } catch (ResourceAccessException failure) {
            throw new GatewayUnavailable("The gateway did not answer", failure);
        }
    }

    /** Success stands in {@code data}, failure in {@code errors}; the other one is then an empty list. */
    private static int code(JsonNode answer) {
        JsonNode code = answer.at("/data/code").isInt() ? answer.at("/data/code") : answer.at("/errors/code");
        if (!code.isInt()) {
            throw new GatewayUnavailable("The gateway's answer has no code: " + answer, null);
        }
        return code.asInt();
    }

    /** What a success has to name: without it nobody could find the payment again. */
    private static String required(JsonNode answer, String field) {
        String text = answer.at(field).asText();
        if (text.isEmpty()) {
            throw new GatewayUnavailable("The gateway's answer has no " + field + ": " + answer, null);
        }
        return text;
    }

    private static GatewayRefused refused(JsonNode answer) {
        return new GatewayRefused(code(answer), answer.at("/errors/message").asText());
    }
}
