package org.namad.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.namad.NamadTest;
import org.namad.TestData;
import org.namad.engine.TimeTravel;
import org.springframework.beans.factory.annotation.Autowired;

@NamadTest
class DraftsTest {

    private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452");

    @Autowired
    TestData data;
    @Autowired
    Drafts drafts;
    @Autowired
    Documents documents;
    @Autowired
    TimeTravel travel;

    private final String token = UUID.randomUUID().toString();

    @Test
    @DisplayName("R5 Files of a form that was not taken are kept, in order; another form sees none of them")
    void kept() {
        drafts.keep(token, new Upload("a.png", PNG), data.person().id());
        Document second = drafts.keep(token, new Upload("../b.png", PNG), null);
        assertThat(drafts.of(token)).extracting(Document::fileName).containsExactly("a.png", "b.png");
        assertThat(second.uploadedBy()).isNull();
        assertThat(drafts.uploads(token)).extracting(Upload::content).containsExactly(PNG, PNG);

        String other = UUID.randomUUID().toString();
        assertThat(drafts.of(other)).isEmpty();
        drafts.drop(other, second.id());
        assertThat(drafts.of(token)).hasSize(2);
        drafts.drop(token, second.id());
        assertThat(drafts.of(token)).extracting(Document::fileName).containsExactly("a.png");
        drafts.drop(token);
        assertThat(drafts.of(token)).isEmpty();
        assertThat(documents.find(second.id())).isEmpty();
    }

    @Test
    @DisplayName("R5 A form keeps five files and nothing that only pretends to be an image")
    void refused() {
        assertThatThrownBy(() -> drafts.keep(token, new Upload("a.png", "<svg>".getBytes(StandardCharsets.UTF_8)), null))
            .isInstanceOf(DocumentRefused.class);
        for (int i = 0; i < Drafts.MAX_FILES; i++) {
            drafts.keep(token, new Upload(i + ".png", PNG), null);
        }
        assertThatThrownBy(() -> drafts.keep(token, new Upload("6.png", PNG), null))
            .isInstanceOfSatisfying(DocumentRefused.class,
                refused -> assertThat(refused.reason()).isEqualTo(DocumentRefused.Reason.TOO_MANY));
        assertThat(drafts.of(token)).hasSize(Drafts.MAX_FILES);
    }

    @Test
    @DisplayName("R5 What nobody comes back for is forgotten after a day; documents of cases stay")
    void swept() {
        drafts.keep(token, new Upload("a.png", PNG), null);
        Document taken = documents.store("draft-case-1", "description", new Upload("b.png", PNG), null);
        travel.by(Duration.ofHours(23));
        drafts.sweep();
        assertThat(drafts.of(token)).hasSize(1);
        travel.by(Duration.ofHours(2));
        drafts.sweep();
        assertThat(drafts.of(token)).isEmpty();
        assertThat(documents.find(taken.id())).isPresent();
    }
}
