package org.namad.verification;

/** A registry did not answer in time, or not as agreed; the check is worth repeating. */
public class RegistryUnavailable extends RuntimeException {

    RegistryUnavailable(String registry, Throwable cause) {
        super("The " + registry + " registry is not available", cause);
    }
}
