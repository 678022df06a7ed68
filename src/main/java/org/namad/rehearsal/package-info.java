/**
 * Rehearsals: scripted cases run through a draft and through what is live, each in a sandbox of its own, and both
 * timelines side by side (N17).
 */
package org.namad.rehearsal;
