package org.namad.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.camunda.bpm.engine.AuthenticationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Service;

/** The accounts of the staff, kept by the engine. */
@Service
public class StaffAccounts {

    private final IdentityService identities;

    StaffAccounts(IdentityService identities) {
        this.identities = identities;
    }

    /**
     * The staff member with this id and password; empty if there is none. The engine makes a caller who has failed wait
     * longer each time, five minutes at most; it never locks the account for good.
     */
    public Optional<StaffMember> authenticate(String id, String password) {
        try {
            if (id == null || id.isBlank() || password == null || !identities.checkPassword(id, password)) {
                return Optional.empty();
            }
        } catch (AuthenticationException locked) {
            return Optional.empty();
        }
        return find(id);
    }

    /** The staff member with this id, as the account is now. */
    public Optional<StaffMember> find(String id) {
        return Optional.ofNullable(identities.createUserQuery().userId(id).singleResult())
            .map(this::member);
    }

    /** Everybody who has an account, by name. */
    public List<StaffMember> everybody() {
        return identities.createUserQuery().orderByUserLastName().asc().orderByUserFirstName().asc().list().stream()
            .map(this::member).toList();
    }

    private StaffMember member(User user) {
        return new StaffMember(user.getId(), name(user), groupsOf(user.getId()), mark(user.getPassword()));
    }

    /** Of what the engine keeps of a password, too little to be worth anything. */
    private static String mark(String kept) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(String.valueOf(kept).getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How people call whoever has this user id: first and last name, or the id if the account is no more. */
    public String nameOf(String id) {
        User user = id == null ? null : identities.createUserQuery().userId(id).singleResult();
        return user == null ? id : name(user);
    }

    private static String name(User user) {
        String name = (Objects.requireNonNullElse(user.getFirstName(), "") + " "
            + Objects.requireNonNullElse(user.getLastName(), "")).strip();
        return name.isEmpty() ? user.getId() : name;
    }

    /**
     * Opens an account unless there is one with this id already.
     *
     * @throws IllegalArgumentException if the password is too weak for the engine's policy
     */
    public void open(String id, String firstName, String lastName, String password, String... groups) {
        if (identities.createUserQuery().userId(id).count() > 0) {
            return;
        }
        User user = identities.newUser(id);
        user.setFirstName(firstName);
        user.setLastName(lastName);
        user.setPassword(password);
        if (!identities.checkPasswordAgainstPolicy(password, user).isValid()) {
            throw new IllegalArgumentException("The password of staff account " + id + " is too weak: it needs ten "
                + "characters with a capital and a small letter, a digit and a sign, and nothing of the name");
        }
        identities.saveUser(user);
        List.of(groups).forEach(group -> identities.createMembership(id, group));
    }

    /** Notes where mails reach the person, unless an address is there already: people may change theirs. */
    public void reachAt(String id, String address) {
        User user = identities.createUserQuery().userId(id).singleResult();
        if (user != null && addressOf(id).isEmpty()) {
            user.setEmail(address);
            identities.saveUser(user);
        }
    }

    /** The mail address of the account; empty if it has none, or is no more. */
    public Optional<String> addressOf(String id) {
        return Optional.ofNullable(identities.createUserQuery().userId(id).singleResult()).map(User::getEmail)
            .filter(address -> !address.isBlank());
    }

    /** The user ids of everybody in {@code group}. */
    public List<String> membersOf(String group) {
        return identities.createUserQuery().memberOfGroup(group).orderByUserId().asc().list().stream().map(User::getId)
            .toList();
    }

    /** Whether anybody is in {@code group}. */
    public boolean isAnyoneIn(String group) {
        return identities.createUserQuery().memberOfGroup(group).count() > 0;
    }

    Set<String> groupsOf(String id) {
        Set<String> groups = new TreeSet<>();
        for (Group group : identities.createGroupQuery().groupMember(id).list()) {
            groups.add(group.getId());
        }
        return groups;
    }
}
