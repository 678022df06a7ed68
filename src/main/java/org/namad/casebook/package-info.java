/** What staff see of a case: the page of a case with its whole course, their notes about it, the search for cases. */
package org.namad.casebook;
