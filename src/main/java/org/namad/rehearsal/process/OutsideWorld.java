package org.namad.rehearsal.process;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

import javax.imageio.ImageIO;

import org.namad.payment.Payments;
import org.namad.seal.Seal;
import org.namad.seal.Snippet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What people do elsewhere: pay at the gateway, change the pages of their shops. Simulators stand in for both. */
@Component
@Profile("rehearsal")
class OutsideWorld {

    private final Payments payments;
    private final String simulators;
    private final String baseUrl;
    private final HttpClient http = HttpClient.newHttpClient();

    OutsideWorld(Payments payments, @Value("${namad.simulators.url}") String simulators,
            @Value("${namad.base-url}") String baseUrl) {
        this.payments = payments;
        this.simulators = simulators;
        this.baseUrl = baseUrl;
    }

    /** Pays at the gateway and comes back. */
    void pay(String invoice, long payerId) {
        URI startPage = payments.pay(invoice, payerId, "کارمزد نماد").orElseThrow();
        send(HttpRequest.newBuilder(startPage).header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("action=pay")));
        payments.payerReturned(startPage.getPath().substring(startPage.getPath().lastIndexOf('/') + 1));
    }

    /** Pastes the seal's snippet into the page of a shop. */
    void place(String site, Seal seal) {
        send(HttpRequest.newBuilder(URI.create(simulators + "/shops/" + site + "/snippet"))
            .PUT(BodyPublishers.ofString(Snippet.of(seal, baseUrl))));
    }

    private void send(HttpRequest.Builder request) {
        try {
            http.send(request.build(), BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A picture, as good as any for a document. */
    static byte[] image() {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(480, 300, BufferedImage.TYPE_INT_RGB), "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }
}
