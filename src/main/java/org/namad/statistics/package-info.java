/** Figures for everyone, reckoned from cases and register by the system itself (R6, R30). */
package org.namad.statistics;
