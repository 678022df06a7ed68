package org.namad.rehearsal;

import java.util.List;

/** What came of one story with one version of the models, the earliest first. */
public record Course(Story story, List<Happening> happenings) {
}
