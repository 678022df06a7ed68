/** What programs of other parties read, {@code /api/v1}: described in {@code docs/api}. No module depends on this one. */
package org.namad.api;
