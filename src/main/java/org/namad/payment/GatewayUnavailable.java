package org.namad.payment;

/** The payment gateway did not answer in time, or not as agreed; the same call is worth repeating. */
public class GatewayUnavailable extends RuntimeException {

    GatewayUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
