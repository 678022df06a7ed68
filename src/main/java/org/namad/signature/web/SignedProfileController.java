package org.namad.signature.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.namad.seal.Seal;
import org.namad.seal.Seals;
import org.namad.signature.ProfileSigner;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Signed profiles for machines, and the keys to check them with (N14). */
@RestController
class SignedProfileController {

    private static final MediaType JOSE = new MediaType("application", "jose");
    private static final MediaType JWK_SET = new MediaType("application", "jwk-set+json");

    private final Seals seals;
    private final ProfileSigner signer;

    SignedProfileController(Seals seals, ProfileSigner signer) {
        this.seals = seals;
        this.signer = signer;
    }

    /** A file, so that browsers keep it instead of showing letters and digits; never from a cache (R26). */
    @GetMapping("/profile.jws")
    ResponseEntity<byte[]> profile(@RequestParam(required = false) String id,
            @RequestParam(name = "Code", required = false) String code) {
        Seal seal = seals.findByAddress(id, code)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok().contentType(JOSE).cacheControl(CacheControl.noStore())
            .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                .filename("namad-" + seal.id() + ".jws").build().toString())
            .body(signer.sign(seal).jws().getBytes(StandardCharsets.US_ASCII));
    }

    @GetMapping("/.well-known/jwks.json")
    ResponseEntity<byte[]> keys() {
        return ResponseEntity.ok().contentType(JWK_SET)
            .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
            .body(signer.publicKeys().getBytes(StandardCharsets.US_ASCII));
    }
}
