package org.namad.party.web;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What somebody who registers types; digits may be Persian. */
record RegistrationForm(
    String nationalId,
    @NotBlank(message = "{party.fullName.missing}") @Size(max = 120, message = "{party.fullName.long}") String fullName,
    String birthDate,
    @NotBlank(message = "{party.email.invalid}") @Email(message = "{party.email.invalid}")
    @Size(max = 254, message = "{party.email.invalid}") String email,
    @Pattern(regexp = "\\s*|\\s*[0۰٠][9۹٩]\\p{Nd}{9}\\s*", message = "{party.mobile.invalid}") String mobile,
    @Pattern(regexp = "fa|en", message = "{party.language.missing}") String language) {
}
