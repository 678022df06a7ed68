package org.namad.trail;

import jakarta.servlet.http.HttpServletRequest;

import org.namad.engine.Acting;
import org.namad.engine.StaffMember;
import org.namad.party.SignedIn;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Finds out who is at work in this thread. */
@Component
class Actors {

    private final Acting engine;

    Actors(Acting engine) {
        this.engine = engine;
    }

    /** The engine by itself goes first: in the demo, a visitor may turn the clock, but does not do what follows. */
    Actor current() {
        String element = engine.element().orElse(null);
        if (engine.isByItself()) {
            return new Actor(Actor.Kind.PROCESS, null, element);
        }
        if (engine.staff().isPresent()) {
            return new Actor(Actor.Kind.STAFF, engine.staff().get(), element);
        }
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        Object who = authentication == null ? null : authentication.getPrincipal();
        if (who instanceof StaffMember member) {
            return new Actor(Actor.Kind.STAFF, member.id(), element);
        }
        if (who instanceof SignedIn person) {
            return new Actor(Actor.Kind.PARTY, "person-" + person.personId(), element);
        }
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            HttpServletRequest request = attributes.getRequest();
            return request.getParameter("signature") == null ? new Actor(Actor.Kind.VISITOR, null, element)
                : new Actor(Actor.Kind.LINK, request.getRequestURI(), element);
        }
        return new Actor(element == null ? Actor.Kind.SYSTEM : Actor.Kind.PROCESS, null, element);
    }
}
