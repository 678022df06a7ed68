package org.namad.web;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.namad.document.Pdf;
import org.namad.party.SignedIn;
import org.namad.seal.Seal;
import org.namad.seal.SealStatus;
import org.namad.seal.Snippet;
import org.namad.signature.ProfileSigner;
import org.namad.signature.QrCode;
import org.namad.signature.SignedProfile;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The certificate of a seal, a PDF to hang up or hand on. It says what held when it was made; its QR code opens the
 * profile, which says what holds now, and carries the signed profile for those who are offline (N14).
 */
@Controller
class SealCertificate {

    private final HeldSeals held;
    private final ProfileSigner signer;
    private final Pdf pdf;
    private final Clock clock;
    private final String baseUrl;

    SealCertificate(HeldSeals held, ProfileSigner signer, Pdf pdf, Clock clock,
            @Value("${namad.base-url}") String baseUrl) {
        this.held = held;
        this.signer = signer;
        this.pdf = pdf;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    /** In the reader's language; who asks for that of a seal not in force is led to its page, which says why not. */
    @GetMapping("/panel/seals/{id:\\d{1,18}}/certificate.pdf")
    ResponseEntity<byte[]> certificate(@PathVariable long id, @AuthenticationPrincipal SignedIn person,
            Locale language) {
        Seal seal = held.one(id, person);
        Instant now = clock.instant();
        if (seal.statusAt(now) != SealStatus.ACTIVE) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/panel/seals/" + id)).build();
        }
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).cacheControl(CacheControl.noStore())
            .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline()
                .filename("namad-certificate-" + id + ".pdf").build().toString())
            .body(pdf.of("web/certificate", language, model(seal, now)));
    }

    private Map<String, Object> model(Seal seal, Instant now) {
        SignedProfile signed = signer.sign(seal);
        String profile = Snippet.profileUrl(seal, baseUrl);
        Map<String, Object> model = new HashMap<>();
        model.put("seal", seal);
        model.put("business", seal.business());
        model.put("made", now);
        model.put("signed", signed);
        model.put("profile", profile);
        model.put("qr", Base64.getEncoder().encodeToString(QrCode.png(profile + "#" + signed.jws())));
        return model;
    }
}
