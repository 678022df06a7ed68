/** Stops a start with wrong settings, saying what to set. */
package org.namad.configuration;
