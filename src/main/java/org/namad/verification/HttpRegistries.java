package org.namad.verification;

import java.net.http.HttpClient;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.namad.party.NationalId;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** The three registries over HTTP, as {@code docs/outside-systems.md} describes them. */
@Component
class HttpRegistries implements IdentityRegistry, LicenceRegistry, PoliceRegistry {

    private final RestClient client;

    HttpRegistries(RestClient.Builder builder, RegistrySettings settings) {
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.connectTimeout()).build();
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(settings.readTimeout());
        client = builder.requestFactory(requests).baseUrl(settings.url())
            .defaultHeaders(headers -> headers.setBearerAuth(settings.token()))
            .build();
    }

    @Override
    public Answer check(NationalId nationalId, String fullName, LocalDate birthDate) {
        return ask("identity", Map.of("nationalId", nationalId.value(), "fullName", fullName,
            "birthDate", birthDate.toString()));
    }

    @Override
    public Answer check(String licenceNumber, String holderId, String activity) {
        return ask("licence", Map.of("licenceNumber", licenceNumber, "holderId", holderId, "activity", activity));
    }

    @Override
    public Answer check(NationalId nationalId, String activity) {
        return ask("police", Map.of("nationalId", nationalId.value(), "activity", activity));
    }

    private Answer ask(String registry, Map<String, String> claim) {
        try {
            // A claim about a person goes in the body: addresses end up in logs.
            Reply reply = client.post().uri("/" + registry + "/v1/checks").body(claim).retrieve().body(Reply.class);
            if (reply == null || reply.finding() == null || reply.reference() == null) {
                throw new IllegalArgumentException("no finding, or no reference to prove it: " + reply);
            }
            return new Answer(Finding.valueOf(reply.finding().toUpperCase(Locale.ROOT)), reply.reference(),
                reply.note() == null ? "" : reply.note());
        } catch (RestClientException | IllegalArgumentException failure) {
            throw new RegistryUnavailable(registry, failure);
        }
    }

    private record Reply(@JsonProperty(required = true) String finding, @JsonProperty(required = true) String reference,
            String note) {
    }
}
