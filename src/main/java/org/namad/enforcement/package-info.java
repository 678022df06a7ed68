/**
 * Supervision of seals: grounds, letter, right of reply, decision by two people, suspension, remedy, reinstatement and
 * revocation (R7, R8, R25, R26).
 */
package org.namad.enforcement;
