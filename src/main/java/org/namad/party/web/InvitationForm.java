package org.namad.party.web;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Whom the owner of a company invites to act for it; digits may be Persian. */
record InvitationForm(
    String nationalId,
    @NotBlank(message = "{party.delegate.name.missing}") @Size(max = 120, message = "{party.fullName.long}") String name,
    @NotBlank(message = "{party.email.invalid}") @Email(message = "{party.email.invalid}")
    @Size(max = 254, message = "{party.email.invalid}") String email) {

    static final InvitationForm EMPTY = new InvitationForm("", "", "");
}
