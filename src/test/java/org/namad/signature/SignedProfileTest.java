package org.namad.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.calendar.NamadClock;
import org.namad.seal.Seal;
import org.namad.seal.SealRegister;
import org.namad.seal.Seals;
import org.namad.seal.Snippet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.MockMvc;

/** Checks signatures with what every Java has, not with the library that made them. */
@NamadTest
class SignedProfileTest {

    @Autowired
    MockMvc http;
    @Autowired
    TestData data;
    @Autowired
    SealRegister register;
    @Autowired
    Seals seals;
    @Autowired
    ProfileSigner signer;
    @Autowired
    NamadClock clock;
    @Value("${namad.base-url}")
    String baseUrl;
    @TempDir
    Path folder;

    private final ObjectMapper json = new ObjectMapper();

    @Test
    @DisplayName("N14 A signed profile says what the seal says, and its signature is right by the published keys")
    void genuine() throws Exception {
        Seal seal = data.issuedSeal();
        String jws = download(seal);

        assertThat(authentic(jws, keys())).isTrue();
        JsonNode header = part(jws, 0);
        assertThat(header.path("alg").asText()).isEqualTo("ES256");
        assertThat(header.path("typ").asText()).isEqualTo("namad-profile+jwt");
        JsonNode profile = part(jws, 1);
        assertThat(profile.path("iss").asText()).isEqualTo(baseUrl);
        assertThat(profile.path("sub").asText()).isEqualTo(seal.id().toString());
        assertThat(profile.path("domain").asText()).isEqualTo(seal.domain());
        assertThat(profile.path("title").asText()).isEqualTo(seal.title());
        assertThat(profile.path("holder").asText()).isEqualTo("فروشگاه سارا");
        assertThat(profile.path("status").asText()).isEqualTo("ACTIVE");
        assertThat(profile.path("stars").asInt(-1)).isZero();
        assertThat(Instant.parse(profile.path("issued").asText())).isBefore(clock.instant());
        assertThat(Instant.parse(profile.path("expires").asText())).isAfter(clock.instant());
        assertThat(profile.path("exp").asLong() - profile.path("iat").asLong()).isEqualTo(24 * 3600);
    }

    @Test
    @DisplayName("N14 R26 A signed profile follows the seal at once, and never outlives its term")
    void followsTheSeal() throws Exception {
        Seal suspended = data.issuedSeal();
        register.suspend(suspended.id(), "کالا متفاوت بود");
        assertThat(part(download(suspended), 1).path("status").asText()).isEqualTo("SUSPENDED");

        String domain = TestData.domain();
        Seal ending = register.prepare(data.business(), "فروشگاه یک‌روزه", domain, "http://" + domain + "/", "books");
        register.issue(ending.id(), Period.ofDays(1));
        ending = seals.findByIdAndCode(ending.id(), ending.code()).orElseThrow();
        clock.moveTo(ending.expiresAt().minus(Duration.ofHours(2)));
        JsonNode profile = part(download(ending), 1);
        assertThat(profile.path("exp").asLong()).isEqualTo(ending.expiresAt().getEpochSecond());
        clock.moveTo(ending.expiresAt());
        assertThat(part(download(ending), 1).path("status").asText()).isEqualTo("EXPIRED");
    }

    @Test
    @DisplayName("N14 A changed letter breaks the signature")
    void altered() throws Exception {
        String[] parts = download(data.issuedSeal()).split("\\.");
        String forged = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
            .replace("\"stars\":0", "\"stars\":5");
        assertThat(forged).contains("\"stars\":5");
        String encoded = Base64.getUrlEncoder().withoutPadding()
            .encodeToString(forged.getBytes(StandardCharsets.UTF_8));
        assertThat(authentic(parts[0] + "." + encoded + "." + parts[2], keys())).isFalse();
    }

    @Test
    @DisplayName("N14 The published keys may be kept for an hour and hold nothing private; there is no profile without the code")
    void published() throws Exception {
        Seal seal = data.issuedSeal();
        http.perform(get("/.well-known/jwks.json")).andExpect(status().isOk())
            .andExpect(header().string(HttpHeaders.CACHE_CONTROL, "max-age=3600, public"))
            .andExpect(content().contentType("application/jwk-set+json"));
        assertThat(json.readTree(keys()).path("keys")).isNotEmpty().allSatisfy(key -> {
            assertThat(key.path("x").asText()).isNotEmpty();
            assertThat(key.has("d")).isFalse();
        });
        http.perform(get("/profile.jws?id={id}&Code={code}", seal.id(), "wrong")).andExpect(status().isNotFound());
        http.perform(get("/profile.jws")).andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("N14 A scanner reads the profile page's address and a right signature from the QR code")
    void qrCode() throws Exception {
        Seal seal = data.issuedSeal();
        String read = scan(page(seal).selectFirst("svg.qr"));
        assertThat(read).startsWith(Snippet.profileUrl(seal, baseUrl) + "#");
        String jws = read.substring(read.indexOf('#') + 1);
        assertThat(authentic(jws, keys())).isTrue();
        assertThat(part(jws, 1).path("domain").asText()).isEqualTo(seal.domain());
    }

    @Test
    @DisplayName("N14 The longest names and domain still fit into a QR code")
    void longest() {
        String address = "https://a-long-name-for-a-platform.example/profile?id=123456789012&Code=12345678901234567890#";
        int claims = 200 * 3 + 200 * 3 + 253 + 300;
        assertThat(QrCode.of("x".repeat(address.length() + 120 + claims * 4 / 3 + 87)).size()).isLessThanOrEqualTo(185);
    }

    @Test
    @DisplayName("N14 The QR code speaks to those who cannot see it, and the page tells how to check, in both languages")
    void explained() throws Exception {
        Seal seal = data.issuedSeal();
        Element persian = page(seal).selectFirst("svg.qr");
        assertThat(persian.attr("role")).isEqualTo("img");
        assertThat(persian.attr("aria-label")).startsWith("رمزینه");
        Document english = Jsoup.parse(http.perform(get("/profile?lang=en&id={id}&Code={code}", seal.id(), seal.code()))
            .andReturn().getResponse().getContentAsString());
        assertThat(english.selectFirst("svg.qr").attr("aria-label")).startsWith("QR code");
        assertThat(english.select("a[href^=/profile.jws]").text()).isEqualTo("Download the signed particulars");
        assertThat(english.select("details:has(a[href=/.well-known/jwks.json])").text()).contains("docs/verify");
    }

    @Test
    @DisplayName("N14 The script in docs/verify accepts what is genuine and tells what is not, without a connection")
    void script() throws Exception {
        assumeTrue(hasNode(), "there is no Node");
        Seal seal = data.issuedSeal();
        Path keys = Files.writeString(folder.resolve("keys.json"), keys());
        String jws = download(seal);
        Path profile = Files.writeString(folder.resolve("shop.jws"), jws);
        Path scanned = Files.writeString(folder.resolve("scanned.txt"), Snippet.profileUrl(seal, baseUrl) + "#" + jws);
        String[] parts = jws.split("\\.");
        Path altered = Files.writeString(folder.resolve("altered.jws"), parts[0] + "." + parts[1] + "."
            + Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[64]));
        String now = clock.instant().toString();

        assertThat(run(keys, profile, "--at", now)).contains("0:", seal.domain(), "فروشگاه سارا");
        assertThat(run(keys, scanned, "--at", now, "--domain", "https://WWW." + seal.domain() + "/x")).startsWith("0:");
        assertThat(run(keys, profile, "--at", now, "--domain", "copycat.example")).startsWith("1:")
            .contains("it belongs to " + seal.domain());
        assertThat(run(keys, altered, "--at", now)).startsWith("1:").contains("the signature is wrong");
        assertThat(run(keys, profile, "--at", clock.instant().plus(Duration.ofHours(25)).toString())).startsWith("1:")
            .contains("too old");
        register.suspend(seal.id(), "کالا متفاوت بود");
        Path suspended = Files.writeString(folder.resolve("suspended.jws"), download(seal));
        assertThat(run(keys, suspended, "--at", now)).startsWith("3:").contains("SUSPENDED");
    }

    private static boolean hasNode() throws InterruptedException {
        try {
            return new ProcessBuilder("node", "--version").redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException noNode) {
            return false;
        }
    }

    private static String run(Path keys, Path profile, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("node", "docs/verify/check.mjs", keys.toString(),
            profile.toString()));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (InputStream output = process.getInputStream()) {
            String said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() + ":" + said;
        }
    }

    private String download(Seal seal) throws Exception {
        return http.perform(get("/profile.jws?id={id}&Code={code}", seal.id(), seal.code()))
            .andExpect(status().isOk()).andExpect(content().contentType("application/jose"))
            .andExpect(header().string(HttpHeaders.CACHE_CONTROL, "no-store"))
            .andReturn().getResponse().getContentAsString();
    }

    private String keys() throws Exception {
        return http.perform(get("/.well-known/jwks.json")).andReturn().getResponse().getContentAsString();
    }

    private Document page(Seal seal) throws Exception {
        return Jsoup.parse(http.perform(get("/profile?id={id}&Code={code}", seal.id(), seal.code()))
            .andExpect(status().isOk()).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8));
    }

    private JsonNode part(String jws, int place) throws IOException {
        return json.readTree(Base64.getUrlDecoder().decode(jws.split("\\.")[place]));
    }

    private boolean authentic(String jws, String keys) throws GeneralSecurityException, IOException {
        String[] parts = jws.split("\\.");
        for (JsonNode key : json.readTree(keys).path("keys")) {
            if (key.path("kid").equals(part(jws, 0).path("kid"))) {
                Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
                signature.initVerify(publicKey(key));
                signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
                return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
            }
        }
        return false;
    }

    private static PublicKey publicKey(JsonNode key) throws GeneralSecurityException {
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(
            new ECPoint(number(key.path("x")), number(key.path("y"))), curve.getParameterSpec(ECParameterSpec.class)));
    }

    private static BigInteger number(JsonNode coordinate) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(coordinate.asText()));
    }

    /** Draws the SVG as a browser would, three dots to a module, and reads the picture. */
    private static String scan(Element svg) throws Exception {
        int size = Integer.parseInt(svg.attr("viewBox").split(" ")[2]);
        BufferedImage picture = new BufferedImage(3 * size, 3 * size, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 3 * size, 3 * size);
        pen.setColor(Color.BLACK);
        pen.scale(3, 3);
        Path2D modules = new Path2D.Double();
        Matcher run = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z").matcher(svg.selectFirst("path").attr("d"));
        while (run.find()) {
            modules.append(new Rectangle(Integer.parseInt(run.group(1)), Integer.parseInt(run.group(2)),
                Integer.parseInt(run.group(3)), 1), false);
        }
        pen.fill(modules);
        pen.dispose();
        int[] dots = picture.getRGB(0, 0, 3 * size, 3 * size, null, 0, 3 * size);
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(
            new RGBLuminanceSource(3 * size, 3 * size, dots))), Map.of(DecodeHintType.TRY_HARDER, true)).getText();
    }

    @Test
    @DisplayName("N14 Pages of other sites may read signed profiles and keys, and nothing else")
    void crossOrigin() throws Exception {
        Seal seal = data.issuedSeal();
        for (String path : List.of("/.well-known/jwks.json", "/profile.jws?id=" + seal.id() + "&Code=" + seal.code())) {
            http.perform(get(path).header(HttpHeaders.ORIGIN, "https://gateway.example")).andExpect(status().isOk())
                .andExpect(header().string(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*"))
                .andExpect(header().doesNotExist(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS));
        }
        http.perform(get("/profile?id=" + seal.id() + "&Code=" + seal.code())
                .header(HttpHeaders.ORIGIN, "https://gateway.example")).andExpect(status().isOk())
            .andExpect(header().doesNotExist(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN));
    }
}
