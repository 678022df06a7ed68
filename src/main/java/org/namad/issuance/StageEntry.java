package org.namad.issuance;

import java.time.Instant;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * An application reached a stage.
 *
 * @param stage which
 * @param since when
 */
@Embeddable
public record StageEntry(@Enumerated(EnumType.STRING) Stage stage, Instant since) {
}
