package org.namad.web;

import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.web.servlet.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;

/**
 * Gives every failure of ours a number that the reader can quote and that finds it in the log; nothing else of it is
 * shown.
 */
@Component
class ErrorPages extends DefaultErrorAttributes {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    @Override
    public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        Map<String, Object> attributes = super.getErrorAttributes(request, options);
        if (attributes.get("status") instanceof Integer status && status >= 500) {
            String incident = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
            LOG.error("Incident {} at {}", incident, attributes.get("path"), getError(request));
            attributes.put("incident", incident);
        }
        return attributes;
    }
}
