package org.namad.payment;

/** The payment gateway understood the call and refused it; repeating it changes nothing. */
public class GatewayRefused extends RuntimeException {

    private final int code;

    GatewayRefused(int code, String message) {
        super("The gateway refused with code " + code + ": " + message);
        this.code = code;
    }

    /** ZarinPal's code, for example -9 for a call that is not valid. */
    public int code() {
        return code;
    }
}
