package org.namad.casefile;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One part of what is kept about a person, for the export of one's own data. Each module gives its parts by beans of
 * this type, in the order that {@code @Order} says, and leaves out what the person may not see. Names of parts and of
 * fields are promised to readers of the file, see {@code docs/export.md}. Parts are asked within one transaction; what
 * reads the files is called after it.
 */
public interface OwnData {

    /** The name of the part in the export, such as {@code complaintsFiled}. */
    String part();

    /** Whether the part is always one record, and stands in the file without a list around it. */
    default boolean single() {
        return false;
    }

    /** The records, the oldest first: text, numbers, truth values, instants, dates, {@link Term}s, lists of records. */
    List<Map<String, Object>> records(Subject subject);

    /** The files that belong to the part; those that another part gives too are written once. */
    default List<OwnFile> files(Subject subject) {
        return List.of();
    }

    /**
     * Whose data are exported.
     *
     * @param personId    the person's number
     * @param name        the person's name
     * @param email       where the person's mails go, perhaps with those of others
     * @param businessIds the businesses that the person owns; not those of which the person is a delegate
     */
    record Subject(long personId, String name, String email, List<Long> businessIds) {
    }

    /**
     * A file of the export.
     *
     * @param path    its place in the archive, with slashes
     * @param content reads it, when its turn comes; null if it has gone meanwhile
     */
    record OwnFile(String path, Supplier<byte[]> content) {
    }

    /**
     * A value out of a fixed list: its code for programs, its name for people.
     *
     * @param code       as it stands in the file
     * @param messageKey of its name in the reader's language
     */
    record Term(@JsonValue String code, String messageKey) {

        /** The term for a constant, whose name is found under the prefix; null for null. */
        public static Term of(String prefix, Enum<?> constant) {
            return constant == null ? null : new Term(constant.name(), prefix + constant.name());
        }
    }
}
