package org.namad.web;

import java.util.List;
import java.util.stream.Stream;

import org.namad.engine.StaffAccounts;
import org.namad.engine.StaffMember;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** Signs staff in with their account in the engine; each of their groups becomes a role. */
@Component
class StaffAuthentication implements AuthenticationProvider {

    private final StaffAccounts accounts;

    StaffAuthentication(StaffAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        StaffMember member = accounts.authenticate(attempt.getName(), String.valueOf(attempt.getCredentials()))
            .orElseThrow(() -> new BadCredentialsException("unknown staff account or wrong password"));
        return signedIn(member);
    }

    /** The member with each group as a role. */
    static Authentication signedIn(StaffMember member) {
        List<GrantedAuthority> roles = Stream.concat(Stream.of("staff"), member.groups().stream())
            .<GrantedAuthority>map(group -> new SimpleGrantedAuthority("ROLE_" + group)).toList();
        return UsernamePasswordAuthenticationToken.authenticated(member, null, roles);
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
