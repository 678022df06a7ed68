package org.namad.casefile;

import java.util.LinkedHashMap;
import java.util.Map;

/** Collects the fields of one record of {@link OwnData} in their order; a field without a value is left out. */
public final class OwnRecord {

    private final Map<String, Object> fields = new LinkedHashMap<>();

    /** Adds a field, unless its value is null. */
    public OwnRecord with(String name, Object value) {
        if (value != null) {
            fields.put(name, value);
        }
        return this;
    }

    /** The record. */
    public Map<String, Object> fields() {
        return fields;
    }
}
