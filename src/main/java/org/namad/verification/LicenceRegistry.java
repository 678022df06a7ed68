package org.namad.verification;

/** The registry of trade licences: whether a licence is in force, for this holder and this line of business (R15). */
public interface LicenceRegistry {

    /**
     * @param holderId the national ID of a natural person or the legal ID of a company
     * @param activity the line of business, a key of the activity list
     * @throws RegistryUnavailable if the registry does not give an answer in time
     */
    Answer check(String licenceNumber, String holderId, String activity);
}
