package org.namad.party;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.namad.casefile.OwnData;
import org.namad.casefile.OwnRecord;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The person, the businesses that the person owns, and those for which the person acts or has acted. */
@Configuration(proxyBeanMethods = false)
class OwnParty {

    @Bean
    @Order(1)
    OwnData ownPerson(People people) {
        return new Part("person", true, subject -> people.findById(subject.personId()).stream()
            .map(person -> new OwnRecord().with("fullName", person.fullName())
                .with("nationalId", person.nationalId().value()).with("birthDate", person.birthDate())
                .with("email", person.email()).with("mobile", person.mobile())
                .with("language", new OwnData.Term(person.language(), "party.me.language." + person.language()))
                .with("registeredAt", person.registeredAt()).fields()).toList());
    }

    @Bean
    @Order(2)
    OwnData ownBusinesses(Businesses businesses) {
        return new Part("businesses", false, subject -> businesses.findAllWithOwner(subject.businessIds()).stream()
            .map(business -> new OwnRecord().with("number", business.id().toString()).with("name", business.name())
                .with("kind", OwnData.Term.of("party.business.kind.", business.kind()))
                .with("legalId", business.legalId()).with("province", business.province())
                .with("city", business.city()).with("address", business.address()).with("phone", business.phone())
                .fields()).toList());
    }

    @Bean
    @Order(3)
    OwnData ownDelegations(Delegations delegations) {
        return new Part("delegations", false, subject -> delegations.ofDelegate(subject.personId()).stream()
            .sorted(Comparator.comparing(Delegation::id)).map(delegation -> new OwnRecord()
                .with("businessName", delegation.business().name())
                .with("status", OwnData.Term.of("party.users.state.", delegation.state()))
                .with("invitedAt", delegation.invitedAt()).with("answeredAt", delegation.answeredAt())
                .with("endedAt", delegation.endedAt()).fields()).toList());
    }

    private record Part(String part, boolean single, Function<Subject, List<Map<String, Object>>> read)
        implements OwnData {

        @Override
        public List<Map<String, Object>> records(Subject subject) {
            return read.apply(subject);
        }
    }
}
