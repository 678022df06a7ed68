/** The trail of changes: who changed what about a case, when, from what to what. */
package org.namad.trail;
