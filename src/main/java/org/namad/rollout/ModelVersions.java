package org.namad.rollout;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The versions of every process and decision: what each holds, its files, and the way back to it. */
public interface ModelVersions {

    /** In place of a version's number: what this release brings along, if it is {@linkplain Model#offered on offer}. */
    int SHIPPED = 0;

    /** What a model describes. */
    enum Kind { PROCESS, DECISION }

    /**
     * A process or decision with its versions, the newest first.
     *
     * @param key     its id, the same in every version
     * @param name    what the newest version is called, in the language of its model
     * @param offered whether this release brings a new version that does not go live by itself, since the newest one is
     *                a person's
     */
    record Model(Kind kind, String key, String name, List<Version> versions, boolean offered) {

        /** The version with this number. */
        public Optional<Version> version(int number) {
            return versions.stream().filter(version -> version.number() == number).findFirst();
        }

        /** Whether new cases begin in this version. */
        public boolean isNewest(Version version) {
            return versions.get(0).number() == version.number();
        }

        /** When the next version came, which a decision is taken with from then on (N8); null for the newest. */
        public Instant until(Version version) {
            return versions.stream().filter(later -> later.number() > version.number())
                .map(Version::deployedAt).min(Instant::compareTo).orElse(null);
        }
    }

    /**
     * One version of a model.
     *
     * @param deployedBy who put it live, by name; null if it came with Namad
     * @param cases      how many cases run in it now; always 0 for decisions, which end at once
     */
    record Version(int number, Instant deployedAt, String deployedBy, long cases) {
    }

    /**
     * A deployed file.
     *
     * @param name without folders
     */
    record ModelFile(String name, byte[] content) {
    }

    /** Every process and decision that is deployed, by name, processes first. */
    List<Model> all();

    /** The process or decision with this key. */
    Optional<Model> find(Kind kind, String key);

    /** The file that describes a version. */
    Optional<ModelFile> file(Kind kind, String key, int version);

    /**
     * The files that {@link #restore} deploys, by their names without folders: the model, and the forms and mails beside
     * it that it uses.
     *
     * @throws java.util.NoSuchElementException if there is no such version
     */
    Map<String, byte[]> files(Kind kind, String key, int version);

    /**
     * Deploys the files of an older version again, or those of {@link #SHIPPED}, in somebody's name, so that it becomes
     * the newest; the check of every deployment applies. Cases under way stay where they are.
     *
     * @return the number of the version that came of it
     * @throws ModelRefused if the check or the engine refuses
     */
    int restore(Kind kind, String key, int version, String staffId);
}
