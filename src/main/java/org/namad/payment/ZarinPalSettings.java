package org.namad.payment;

import java.net.URI;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the payment gateway is reached.
 *
 * @param gatewayUrl     where ZarinPal answers, for us and for the payer's browser
 * @param merchantId     what ZarinPal knows us by, 36 characters
 * @param connectTimeout how long to wait for a connection
 * @param readTimeout    how long to wait for an answer
 */
@ConfigurationProperties("namad.payment")
record ZarinPalSettings(URI gatewayUrl, String merchantId, @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("5s") Duration readTimeout) {
}
