/** What supervisors watch: open work and its age, clocks that run out, how much gets done, what has failed. */
package org.namad.oversight;
