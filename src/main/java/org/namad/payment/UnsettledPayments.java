package org.namad.payment;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Settles payments whose payer never came back from the gateway, so that what is paid counts without a callback. */
@Component
class UnsettledPayments {

    private static final Logger LOG = LoggerFactory.getLogger(UnsettledPayments.class);

    private final Payments payments;

    UnsettledPayments(Payments payments) {
        this.payments = payments;
    }

    @Scheduled(initialDelayString = "${namad.payment.settle-every:PT2M}",
        fixedDelayString = "${namad.payment.settle-every:PT2M}")
    void settle() {
        List<String> authorities = payments.leftAlone();
        for (String authority : authorities) {
            try {
                payments.settle(authority);
                payments.abandonIfOld(authority);
            } catch (GatewayUnavailable unavailable) {
                LOG.info("Payments wait: {}", unavailable.getMessage());
                return;
            } catch (GatewayRefused refused) {
                LOG.error("Payment {} cannot be settled", authority, refused);
                payments.abandonIfOld(authority);
            } catch (RuntimeException failure) {
                // Paid, perhaps, but not recorded: asked again next time, and no reason to keep the others waiting.
                LOG.error("Payment {} cannot be recorded", authority, failure);
            }
        }
    }
}
