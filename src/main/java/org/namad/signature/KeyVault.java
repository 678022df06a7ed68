package org.namad.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.jwk.ECKey;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keeps private keys unreadable in the database and its backups: encrypted (AES-256-GCM) with a key derived from the
 * installation's secret, {@code namad.signing-key}, which the database does not know.
 */
@Component
class KeyVault {

    private static final String HMAC = "HmacSHA256";
    private static final String PURPOSE = "encryption of profile signing keys";

    private final byte[] key;

    KeyVault(@Value("${namad.signing-key}") String secret) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(HMAC);
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
        this.key = mac.doFinal(PURPOSE.getBytes(StandardCharsets.UTF_8));
    }

    String seal(ECKey pair) throws JOSEException {
        JWEObject sealed = new JWEObject(new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM),
            new Payload(pair.toJSONString()));
        sealed.encrypt(new DirectEncrypter(key));
        return sealed.serialize();
    }

    /** The pair; empty if it was sealed with another secret. */
    Optional<ECKey> open(String sealed) {
        try {
            JWEObject pair = JWEObject.parse(sealed);
            pair.decrypt(new DirectDecrypter(key));
            return Optional.of(ECKey.parse(pair.getPayload().toString()));
        } catch (JOSEException | ParseException sealedWithAnotherSecret) {
            return Optional.empty();
        }
    }
}
