package org.namad.party;

import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Everyone who has registered. */
public interface People extends Repository<Person, Long> {

    Person save(Person person);

    Optional<Person> findById(Long id);

    /** @param nationalId ten ASCII digits, see {@link NationalId} */
    Optional<Person> findByNationalId(String nationalId);

    /** {@link Person#sessionsEnded()} of the person with this id. */
    @Query("select p.sessionsEnded from Person p where p.id = :id")
    Optional<Integer> sessionsEnded(long id);
}
