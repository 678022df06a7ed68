package org.namad.complaint.web;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.net.URI;
import java.util.HexFormat;

import org.jsoup.Jsoup;
import org.namad.party.Person;
import org.namad.party.SignedIn;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What tests of the complaint pages share: readers, files, and where a page's forms lead. */
final class Visitors {

    static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452");

    private Visitors() {
    }

    static RequestPostProcessor signedIn(Person person) {
        SignedIn principal = new SignedIn(person.id(), person.nationalId().value(), person.fullName());
        return authentication(UsernamePasswordAuthenticationToken.authenticated(principal, null,
            AuthorityUtils.createAuthorityList("ROLE_PARTY")));
    }

    static MockMultipartFile file(String name) {
        return new MockMultipartFile("files", name, "application/octet-stream", PNG);
    }

    /** The address of the page's first form that ends so, before its query. */
    static URI action(MvcResult page, String end) throws Exception {
        return Jsoup.parse(page.getResponse().getContentAsString()).select("form[action]").stream()
            .map(form -> form.attr("action")).filter(action -> URI.create(action).getPath().endsWith(end))
            .map(URI::create).findFirst().orElseThrow();
    }

    /** The value of a hidden field. */
    static String hidden(MvcResult page, String name) throws Exception {
        return Jsoup.parse(page.getResponse().getContentAsString()).select("input[type=hidden][name=" + name + "]")
            .attr("value");
    }

    /** The path and query of a link. */
    static URI local(String link) {
        URI uri = URI.create(link);
        return URI.create(uri.getRawPath() + "?" + uri.getRawQuery());
    }
}
