package org.namad.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import jakarta.servlet.RequestDispatcher;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.ServletWebRequest;

@NamadTest
class ErrorPagesTest {

    @Autowired
    TestRestTemplate http;

    @Test
    @DisplayName("A page that is not there says so in the reader's language and tells nothing of the inside")
    void notFound() {
        assertThat(page("/nothing?lang=fa", null)).contains("صفحه‌ای با این نشانی نیست");
        String english = page("/nothing", "namad-language=en");
        assertThat(english).contains("There is no page at this address").doesNotContain("Exception", "org.namad");
    }

    private String page(String path, String cookie) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.ACCEPT, "text/html");
        if (cookie != null) {
            headers.set(HttpHeaders.COOKIE, cookie);
        }
        ResponseEntity<String> response = http.exchange(path, HttpMethod.GET, new HttpEntity<>(headers), String.class);
        assertThat(response.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        return response.getBody();
    }

    @Test
    @DisplayName("A failure of ours gets a number to quote; one of the reader's does not")
    void incident() {
        assertThat(attributes(500)).hasEntrySatisfying("incident",
            incident -> assertThat(incident.toString()).matches("[0-9a-f]{8}"));
        assertThat(attributes(404)).doesNotContainKey("incident");
    }

    private static Map<String, Object> attributes(int status) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status);
        return new ErrorPages().getErrorAttributes(new ServletWebRequest(request), ErrorAttributeOptions.defaults());
    }
}
